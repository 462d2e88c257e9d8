import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import type { Agency } from './agency.ts'
import { agencyOf } from './queries.ts'

/** The agency whom an address names, told to the audit log; null where there is none in the own area. */
export async function agencyAsked(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<Agency | null> {
  const agency = await agencyOf(tx, (request.params as { agency: string }).agency)
  if (agency !== null) note.about({ allowedBy: 'role', subjects: [agency.id] })
  return agency
}
