import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ActionName } from '../../access/permissions.ts'
import { isFreshProof } from '../../sessions/queries.ts'
import type { Sent } from '../form-body.ts'
import { isFromOurPage } from './form-token.ts'
import { keepDraft } from './queries.ts'
import { placeOf, typedIn } from './sent.ts'

/**
 * Adds routes that need a second factor shown just now. Whoever has not is led to show it, before
 * anything is looked up: this answer is the same for a record that is hidden and for one that never was.
 * What was typed is kept as a draft, noted as an act of `reads`.
 */
export function freshlyProven(
  app: FastifyInstance,
  reads: ActionName,
  routes: (scope: FastifyInstance) => void,
): void {
  void app.register(async scope => {
    scope.addHook('preHandler', async (request, reply) => {
      const provenAt = request.person?.provenAt ?? null
      if (await request.reading(tx => isFreshProof(tx, provenAt))) return undefined
      if (request.method === 'POST') await keepTyped(request, reads)
      const next = new URLSearchParams({ next: placeOf(request) })
      return reply.redirect(`/account/proof?${next.toString()}`, 303)
    })
    routes(scope)
    await Promise.resolve()
  })
}

/** What was typed is there again when they come back. */
async function keepTyped(request: FastifyRequest, reads: ActionName): Promise<void> {
  const sent = (request.body ?? {}) as Sent
  if (!isFromOurPage(request, sent['_token'])) return
  await request.acting(async (tx, note) => {
    note.as(reads)
    const userId = request.person?.userId ?? ''
    await keepDraft(tx, { userId, place: placeOf(request), fields: typedIn(sent) })
    return true
  })
}
