import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { freshToken } from '../../fresh-token.ts'
import { notProposed } from '../../refused.ts'
import { whoCouldAgree } from '../../proposals/queries.ts'
import { meIn } from '../../proposals/read.ts'
import { placeOfProgram, programAsked } from '../read.ts'
import { tokenForm } from './form.ts'
import { firstHalfPage, newTokenPage } from './page.tsx'
import { proposeToken } from './queries.ts'

/**
 * A new token of a program. It is cut into two halves of about 128 bits, one for whoever proposes and
 * one for whoever agrees, so that neither of them can use it.
 */
export function proposeTokenRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/tokens/:program/new',
    reads: 'admin.read',
    writes: 'token.propose',
    form: tokenForm,
    open: async (tx, request, note) => {
      const program = await programAsked(tx, request, note)
      return program && { program, others: await whoCouldAgree(tx, meIn(request)) }
    },
    start: () => ({ days: '30' }),
    page: newTokenPage,
    save: async (tx, { value: { days }, model: { program } }) => {
      const { token, digest } = freshToken()
      const [half, otherHalf] = [token.slice(0, 22), token.slice(22)]
      const outcome = await proposeToken(tx, { programId: program.id, days, digest, otherHalf })
      if (outcome !== 'done') return notProposed(outcome, program.id)
      const once = firstHalfPage(program, half)
      return { is: 'saved', location: placeOfProgram(program.id), once }
    },
  })
}
