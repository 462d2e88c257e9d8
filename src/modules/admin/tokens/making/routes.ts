import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { beginSession, said } from '../../../../platform/sessions/queries.ts'
import { freshToken } from '../../fresh-token.ts'
import type { AdminParts } from '../../parts.ts'
import { refused } from '../../refused.ts'
import { placeOfProgram, programAsked } from '../read.ts'
import { tokenForm } from './form.ts'
import { newTokenPage, tokenPage } from './page.tsx'

/** A new token of a program: a session that lasts whether it is used or not. */
export function makeTokenRoutes(app: FastifyInstance, { program: { key } }: AdminParts): void {
  formPage(app, {
    at: '/admin/tokens/:program/new',
    reads: 'admin.read',
    writes: 'token.create',
    form: tokenForm,
    open: programAsked,
    start: () => ({ days: '30' }),
    page: newTokenPage,
    save: async (tx, { value: { days }, model: program }) => {
      const { token, digest } = freshToken()
      const seconds = days * 24 * 60 * 60
      const about = ['session', program.id, digest.toString('hex'), 'program', 'token'] as const
      const begun = await beginSession(tx, await said(tx, key, ...about, seconds, seconds))
      if (begun === null)
        return refused('This program or its agency is closed, so it gets no token')
      const once = tokenPage(program, token, days)
      return { is: 'saved', location: placeOfProgram(program.id), once }
    },
  })
}
