import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbs } from '../../crumbs.ts'
import { refused } from '../../refused.ts'
import { liveTokens } from '../queries.ts'
import { placeOfProgram, programAsked } from '../read.ts'
import { endToken } from './queries.ts'

/** Ending a token at once. */
export function endTokenRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/tokens/:program/:token/end',
    reads: 'admin.read',
    writes: 'token.end',
    form: confirmForm,
    open: async (tx, request, note) => {
      const program = await programAsked(tx, request, note)
      const { token: asked } = request.params as { token: string }
      const token = (await liveTokens(tx)).find(
        ({ id, programId }) => id === asked && programId === program?.id,
      )
      return program === null || token === undefined ? null : { program, token }
    },
    start: () => ({}),
    page: ({ program, token }, shown) =>
      confirmPage(
        {
          title: 'End this token',
          caption: `${program.name}, ${program.agency}`,
          breadcrumbs: crumbs.tokens,
          says: [
            `It was made at ${momentInWords(token.madeAt)} and last used at ${momentInWords(token.usedAt)}.`,
            'The next request that shows it gets no answer. It cannot be made live again.',
          ],
          button: 'End the token now',
          back: placeOfProgram(program.id),
        },
        shown,
      ),
    save: async (tx, { model: { program, token } }) => {
      const outcome = await endToken(tx, token.id)
      if (outcome === 'ended already')
        return refused('This token has ended already: nothing is left to do')
      if (outcome === 'absent') return { is: 'absent' }
      return { is: 'saved', location: placeOfProgram(program.id) }
    },
  })
}
