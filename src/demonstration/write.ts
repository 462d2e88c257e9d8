import type { Writer } from '../platform/db/door.ts'
import type { Plan } from './plan.ts'
import { addRows, type TableName } from './queries.ts'

/**
 * Where each list goes, in this order: what others refer to first, and everything that opens or closes
 * a case after the case, because triggers keep the lists of who reaches it.
 */
const places: readonly (readonly [keyof Plan, TableName])[] = [
  ['area', 'access.force_area'],
  ['agencies', 'access.agency'],
  ['teams', 'access.team'],
  ['users', 'access.user_account'],
  ['contacts', 'access.user_contact'],
  ['postings', 'access.posting'],
  ['leases', 'access.lease'],
  ['persons', 'people.person'],
  ['names', 'people.name'],
  ['identifiers', 'people.identifier'],
  ['addresses', 'people.address'],
  ['cases', 'casework.case'],
  ['casePersons', 'casework.case_person'],
  ['named', 'casework.named_person'],
  ['shares', 'casework.share'],
  ['blocks', 'casework.block'],
  ['glass', 'casework.glass'],
  ['notices', 'casework.notice'],
  ['sealRequests', 'casework.seal_request'],
  ['exports', 'casework.export_request'],
  ['exportNotices', 'casework.notice'],
  ['proposals', 'access.proposal'],
  ['entries', 'audit.entry'],
]

/** Adds the whole plan in this transaction, which must be the owner's. */
export async function writePlan(
  tx: Writer,
  plan: Plan,
  progress: (fraction: number) => void,
): Promise<void> {
  for (const [done, [list, table]] of places.entries()) {
    await addRows(tx, table, plan[list])
    progress((done + 1) / places.length)
  }
}
