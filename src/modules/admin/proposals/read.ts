import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { subjectsOf, type Proposal } from './proposal.ts'
import { proposalOf } from './queries.ts'

/** The account of whoever sent this. */
export const meIn = ({ person }: FastifyRequest): string => person?.userId ?? ''

/** The proposal that an address names, told to the audit log; null where there is none in the own area. */
export async function proposalAsked(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<Proposal | null> {
  const { proposal: id } = request.params as { proposal: string }
  const proposal = await proposalOf(tx, meIn(request), id)
  if (proposal !== null) note.about({ allowedBy: 'role', subjects: subjectsOf(proposal) })
  return proposal
}
