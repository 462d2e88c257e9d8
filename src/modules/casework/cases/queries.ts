import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { referenceOf } from '../../../methods/references/reference.ts'
import type { AllowedBy } from '../../../platform/audit/entry.ts'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { Broken } from '../../../platform/log/broken.ts'
import { purposeLasts } from '../purpose/queries.ts'
import type { Case, CasePerson, CaseType, PersonRole, Sensitivity } from './case.ts'

/** The case with this reference, to whoever may read it; null for all others, and when there is none. */
export async function caseOf(tx: Reader, reference: string): Promise<Case | null> {
  const found = await tx
    .selectFrom('casework.case as c')
    .innerJoin('access.team as t', 't.id', 'c.team_id')
    .innerJoin('access.agency as a', 'a.id', 't.agency_id')
    .leftJoin('access.user_account as u', 'u.id', 'c.owner_id')
    .where('c.reference', '=', reference)
    .select([
      'c.id',
      'c.reference',
      'c.type',
      'c.summary',
      'c.sensitivity',
      'c.opened_on as openedOn',
      'c.closed_on as closedOn',
      'c.version',
      'c.team_id as teamId',
      't.name as team',
      'a.name as agency',
      sql<string | null>`u.given_name || ' ' || u.family_name`.as('owner'),
      sql<AllowedBy>`casework.allowed_by(c.acl)`.as('allowedBy'),
      sql<boolean>`c.acl && (select access.writers())`.as('changeable'),
      'c.owner_id as ownerId',
      purposeLasts.as('purposeLasts'),
    ])
    .executeTakeFirst()
  return found === undefined ? null : { ...found, ...codesOf(found) }
}

/** The people on a case, by name, each role a row. */
export async function peopleOn(tx: Reader, caseId: string): Promise<CasePerson[]> {
  const found = await tx
    .selectFrom(sql<PersonOnCase>`casework.people_on(${caseId})`.as('p'))
    .select([
      'p.id',
      'p.person_id as personId',
      'p.role',
      'p.given',
      'p.family',
      'p.birth_on as birthOn',
      'p.birth_precision as birthPrecision',
      'p.sex',
      'p.from_on as fromOn',
      'p.until_on as untilOn',
      'p.source',
      'p.child_elsewhere as childElsewhere',
    ])
    .orderBy('p.family')
    .orderBy('p.given')
    .orderBy('p.person_id')
    .orderBy('p.role')
    .execute()
  return found
}

interface PersonOnCase {
  id: string
  person_id: string
  role: PersonRole
  given: string
  family: string
  birth_on: string | null
  birth_precision: CasePerson['birthPrecision']
  sex: CasePerson['sex']
  from_on: string
  until_on: string | null
  source: string
  child_elsewhere: boolean
}

const codesOf = (row: { type: string; sensitivity: string }) => ({
  type: row.type as CaseType,
  sensitivity: row.sensitivity as Sensitivity,
})

/** A case that is opened. */
export interface NewCase {
  id: string
  teamId: string
  ownerId: string
  type: CaseType
  summary: string
  openedOn: string
}

/** A million cases share one in 30,000 with the next; five such chances in a row are none. */
const mostTries = 5

/**
 * Opens a case under a reference made by chance, and answers it. Where another case has that reference,
 * hidden or not, another is tried and nothing tells.
 * @throws {Broken} REFERENCES_TAKEN when `chance` answers nothing that is free
 */
export async function addCase(
  tx: Writer,
  { teamId, ownerId, openedOn, ...rest }: NewCase,
  chance: () => number = () => randomInt(2 ** 35),
): Promise<string> {
  for (let tries = 0; tries < mostTries; tries++) {
    const reference = referenceOf(chance())
    const added = await tx
      .insertInto('casework.case')
      .values({ ...rest, reference, team_id: teamId, owner_id: ownerId, opened_on: openedOn })
      .onConflict(on => on.column('reference').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 1n) return reference
  }
  throw new Broken('REFERENCES_TAKEN')
}

/** Adds somebody to a case in a role; false when the same role is there already. */
export async function addToCase(
  tx: Writer,
  row: {
    id?: string
    caseId: string
    personId: string
    role: PersonRole
    source: string
    fromOn: string
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('casework.case_person')
    .values({
      ...(row.id !== undefined && { id: row.id }),
      case_id: row.caseId,
      person_id: row.personId,
      role: row.role,
      source: row.source,
      from_on: row.fromOn,
    })
    .onConflict(on => on.columns(['case_id', 'person_id', 'role']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** What may be edited of a case. */
export interface CaseEdit {
  type: CaseType
  summary: string
  openedOn: string
  closedOn: string | null
}

/** False when it was changed since this version, or is not theirs to change. */
export async function editCase(
  tx: Writer,
  { id, version, edit }: { id: string; version: number; edit: CaseEdit },
): Promise<boolean> {
  const changed = await tx
    .updateTable('casework.case')
    .set({
      type: edit.type,
      summary: edit.summary,
      opened_on: edit.openedOn,
      closed_on: edit.closedOn,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Teams in which whoever acts may open cases: those of the own postings that change cases. */
export const ownTeams = (tx: Reader, userId: string): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('access.team as t', 't.id', 'p.team_id')
    .innerJoin('access.role as r', 'r.code', 'p.role')
    .where('p.user_id', '=', userId)
    .where('r.changes_cases', '=', true)
    .where('p.force_wide', '=', false)
    .where(sql<boolean>`p.from_at <= now() and (p.until_at is null or p.until_at > now())`)
    .select(['t.id', 't.name'])
    .distinct()
    .orderBy('t.name')
    .execute()
