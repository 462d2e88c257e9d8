import type { FastifyInstance, FastifyRequest } from 'fastify'
import { draftAt, keepDraft } from '../../../../../platform/web/forms/queries.ts'
import { placeOf } from '../../../../../platform/web/forms/sent.ts'
import { isFreshProof } from '../../../../../platform/sessions/queries.ts'
import { parseForm } from '../../../../../platform/web/form.ts'
import { exportFilter } from '../form.ts'

/** What was asked of the list is there again when somebody comes back from showing a second factor. */
export function keepsFilter(scope: FastifyInstance): void {
  scope.addHook('preHandler', async request => {
    if (request.method !== 'GET' || Object.keys(request.query as object).length === 0) return
    const provenAt = request.person?.provenAt ?? null
    if (await request.reading(tx => isFreshProof(tx, provenAt))) return
    await keepAsked(request)
  })
}

const keepAsked = (request: FastifyRequest): Promise<unknown> =>
  request.acting(async (tx, note) => {
    note.as('export.begin')
    const read = parseForm(exportFilter, request.query)
    if (read.is === 'wrong') return true
    const [userId, place] = [request.person?.userId ?? '', placeOf(request)]
    const typed = (await draftAt(tx, userId, place))?.fields ?? {}
    await keepDraft(tx, { userId, place, fields: { ...typed, ...read.value } })
    return true
  })
