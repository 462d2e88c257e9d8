import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import type { Saved } from '../../../platform/web/forms/saved.ts'
import { keptFromGlass, liftsOfGlass, reviewGlass } from '../../casework/index.ts'
import { liftingRoutes } from './lifting/routes.ts'
import { glassListPage } from './list-page.tsx'
import { seenGlass } from './read.ts'
import { reviewForm } from './review/form.ts'
import { reviewPage } from './review/page.tsx'

/** Broken glass: the list, and the review of each. */
export function glassReviewRoutes(app: FastifyInstance): void {
  app.get('/oversight/glass', { config: { action: 'glass.list' } }, async (request, reply) => {
    const found = await request.acting(async (tx, note) => {
      const glass = await seenGlass(tx)
      note.about({ allowedBy: 'role', subjects: glass.map(({ id }) => id) })
      return { glass, kept: await keptFromGlass(tx), lifts: await liftsOfGlass(tx) }
    })
    return reply.page(glassListPage({ ...found, today: request.today }))
  })

  liftingRoutes(app)

  formPage(app, {
    at: '/oversight/glass/:glass',
    reads: 'glass.list',
    writes: 'glass.review',
    form: reviewForm,
    open: async (tx, request, note) => {
      const { glass: id } = request.params as { glass: string }
      const found = (await seenGlass(tx)).find(one => one.id === id && one.finding === null)
      if (found !== undefined) note.about({ allowedBy: 'role', subjects: [id, found.caseId] })
      return found ?? null
    },
    start: () => ({}),
    page: reviewPage,
    save: async (tx, { value, model: { id } }) => savedAs(await reviewGlass(tx, { id, ...value })),
  })
}

function savedAs(outcome: Awaited<ReturnType<typeof reviewGlass>>): Saved {
  if (outcome === 'done') return { is: 'saved', location: '/oversight/glass' }
  if (outcome === 'absent') return { is: 'absent' }
  return { is: 'wrong', errors: [{ field: '', sentence: sentences[outcome] }] }
}

const sentences = {
  'own line': 'It is yours, or of somebody in your line. Another standards auditor reviews it.',
  'reviewed already': 'Somebody else has reviewed it meanwhile. Go back to the list.',
}
