import type { FastifyRequest } from 'fastify'
import { isUuid } from '../../../../methods/references/uuid.ts'
import type { Reader } from '../../../../platform/db/door.ts'
import { tokenFor } from '../../../../platform/web/forms/form-token.ts'
import type { ExportRequest } from '../export.ts'
import { exportRequest, exportRules } from '../queries.ts'
import type { RequestModel } from './page.tsx'
import { takenToday } from './queries.ts'

/** The request of the address, to whoever may see it; null for everybody else. */
export async function exportOf(
  tx: Reader,
  { params }: FastifyRequest,
): Promise<ExportRequest | null> {
  const { request } = params as { request: string }
  return isUuid(request) ? exportRequest(tx, request) : null
}

/** What the page of a request says to this reader. */
export async function modelOf(
  tx: Reader,
  request: FastifyRequest,
  found: ExportRequest,
): Promise<Omit<RequestModel, 'errors'>> {
  const rules = await exportRules(tx)
  const userId = request.person?.userId ?? ''
  const oversees = request.person?.roles.includes('standards-auditor') ?? false
  return {
    request: found,
    rules,
    to: found.askedBy === userId ? 'asker' : oversees ? 'auditor' : 'second person',
    left: Math.max(0, rules.aDay - (await takenToday(tx, userId))),
    token: tokenFor(request),
  }
}
