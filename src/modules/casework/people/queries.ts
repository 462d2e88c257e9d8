import { sql } from 'kysely'
import type { AllowedBy } from '../../../platform/audit/entry.ts'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { PersonRole } from '../cases/case.ts'
import { purposeLasts } from '../purpose/queries.ts'

/** A role of somebody on a case that the reader may see. */
export interface RoleOnCase {
  personId: string
  role: PersonRole
  caseId: string
  reference: string
  summary: string
  fromOn: string
  untilOn: string | null
  /** What let the reader reach the case. */
  allowedBy: AllowedBy
  /** Whether the reader may change the case. */
  changeable: boolean
  ownerId: string | null
  /** How many minutes an answer holds why somebody is looked at; 0 where nobody is asked. */
  purposeLasts: number
}

/** The roles of these people on the cases that whoever asks may see, the newest case first. */
export async function rolesOf(tx: Reader, personIds: readonly string[]): Promise<RoleOnCase[]> {
  if (personIds.length === 0) return []
  const found = await tx
    .selectFrom('casework.case_person as cp')
    .innerJoin('casework.case as c', 'c.id', 'cp.case_id')
    .where('cp.person_id', 'in', personIds)
    .select(['cp.person_id as personId', 'cp.role', 'c.id as caseId', 'c.reference', 'c.summary'])
    .select(['cp.from_on as fromOn', 'cp.until_on as untilOn'])
    .select(sql<AllowedBy>`casework.allowed_by(c.acl)`.as('allowedBy'))
    .select(sql<boolean>`c.acl && (select access.writers())`.as('changeable'))
    .select(['c.owner_id as ownerId', purposeLasts.as('purposeLasts')])
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.reference')
    .orderBy('cp.role')
    .execute()
  return found.map(row => ({ ...row, role: row.role as PersonRole }))
}

/** One role of somebody on a case, as it is changed. */
export interface RoleEntry {
  id: string
  personId: string
  given: string
  family: string
  role: PersonRole
  fromOn: string
  untilOn: string | null
  source: string
  version: number
}

/** The transaction that wrote the row last, in nine digits, as forms carry a version. */
const version = sql<number>`(cp.xmin::text::bigint % 1000000000)::integer`

/** Null where this case has no such entry. */
export async function roleEntryOf(
  tx: Reader,
  caseId: string,
  entryId: string,
): Promise<RoleEntry | null> {
  const found = await tx
    .selectFrom('casework.case_person as cp')
    .innerJoin('people.known_as as p', 'p.person_id', 'cp.person_id')
    .where('cp.case_id', '=', caseId)
    .where('cp.id', '=', entryId)
    .select(['cp.id', 'cp.person_id as personId', 'cp.role', 'p.given', 'p.family', 'cp.source'])
    .select(['cp.from_on as fromOn', 'cp.until_on as untilOn', version.as('version')])
    .executeTakeFirst()
  return found === undefined ? null : (found as RoleEntry)
}

/** False when it was changed since that version, or is not theirs to change. */
export async function changeRole(
  tx: Writer,
  { id, version: seen }: Pick<RoleEntry, 'id' | 'version'>,
  { untilOn, source }: Pick<RoleEntry, 'untilOn' | 'source'>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('casework.case_person as cp')
    .set({ until_on: untilOn, source })
    .where('cp.id', '=', id)
    .where(version, '=', seen)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
