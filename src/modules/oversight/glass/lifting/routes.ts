import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Saved } from '../../../../platform/web/forms/saved.ts'
import { keptFromGlass, liftGlass } from '../../../casework/index.ts'
import { liftForm } from './form.ts'
import { liftPage } from './page.tsx'

/** Letting somebody break the glass again whom findings kept from it. */
export function liftingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/oversight/glass/kept/:user',
    reads: 'glass.list',
    writes: 'glass.lift',
    form: liftForm,
    open: async (tx, request, note) => {
      const { user } = request.params as { user: string }
      const found = (await keptFromGlass(tx)).find(({ userId }) => userId === user)
      if (found !== undefined) note.about({ allowedBy: 'role', subjects: [user] })
      return found ?? null
    },
    start: () => ({}),
    page: liftPage,
    save: async (tx, { value, model }) => savedAs(await liftGlass(tx, model.userId, value.why)),
  })
}

function savedAs(outcome: Awaited<ReturnType<typeof liftGlass>>): Saved {
  if (outcome === 'done') return { is: 'saved', location: '/oversight/glass' }
  if (outcome === 'absent') return { is: 'absent' }
  return { is: 'wrong', errors: [{ field: '', sentence: sentences[outcome] }] }
}

const sentences = {
  'own line': 'It is you, or somebody in your line. Another standards auditor lifts it.',
  'not kept': 'Somebody else has lifted it meanwhile. Go back to the list.',
}
