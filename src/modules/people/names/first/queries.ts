import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import { lockPerson, rowVersion, type SeenRow } from '../../versions/queries.ts'
import { nextFirst } from './first.ts'

/** Since when a name was shown first, and why. */
export interface FirstShown {
  given: string
  family: string
  why: 'chosen' | 'the name before ended'
  /** Who chose, or who recorded that the name before ended: the id of an account. */
  byId: string
  /** ISO, UTC. */
  at: string
}

/** Which names of somebody were shown first, the latest before the others. */
export async function firstsShown(tx: Reader, personId: string): Promise<FirstShown[]> {
  const found = await tx
    .selectFrom('people.shown_first as s')
    .innerJoin('people.name as n', 'n.id', 's.name_id')
    .where('s.person_id', '=', personId)
    .select(['n.given', 'n.family', 's.why', 's.by_id as byId'])
    .select(
      sql<string>`to_char(s.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`.as('at'),
    )
    .orderBy('s.from_at', 'desc')
    .orderBy('s.id')
    .execute()
  return found.map(row => ({ ...row, why: row.why as FirstShown['why'] }))
}

/**
 * Shows another name of somebody first. False when another was shown first since that version, or it is
 * not theirs to change, or no name of this person.
 */
export async function chooseFirst(
  tx: Writer,
  { id, personId, version }: SeenRow,
  today: string,
): Promise<boolean> {
  if (!(await lockPerson(tx, personId))) return false
  const names = await namesInOrder(tx, personId)
  const [first] = names
  if (first?.version !== version || !names.some(name => name.id === id)) return false
  const keeps = first.id === id && nextFirst(names, { today, isChosen: false }) === null
  if (!keeps) await showFirst(tx, { personId, nameId: id, why: 'chosen' })
  return true
}

/**
 * After a name was recorded or changed: another takes the place of one that ended. Whoever chose a name
 * that had ended keeps it; a choice of before its end was recorded holds no longer.
 */
export async function keepUsedFirst(
  tx: Writer,
  personId: string,
  { today, justEnded }: { today: string; justEnded: string | null },
): Promise<void> {
  const names = await namesInOrder(tx, personId)
  const [first] = names
  const isChosen =
    first !== undefined && first.id !== justEnded && (await lastChosen(tx, personId)) === first.id
  const nameId = nextFirst(names, { today, isChosen })
  if (nameId !== null) await showFirst(tx, { personId, nameId, why: 'the name before ended' })
}

const namesInOrder = (tx: Reader, personId: string) =>
  tx
    .selectFrom('people.name as n')
    .where('n.person_id', '=', personId)
    .select(['n.id', 'n.until_on as untilOn', rowVersion('n').as('version')])
    .orderBy('n.position')
    .execute()

/** The name that somebody chose last, unless another took its place since. */
async function lastChosen(tx: Reader, personId: string): Promise<string | null> {
  const last = await tx
    .selectFrom('people.shown_first as s')
    .where('s.person_id', '=', personId)
    .select(['s.name_id as nameId', 's.why'])
    .orderBy('s.from_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.why === 'chosen' ? last.nameId : null
}

/** Moves a name before the others, which keep their order. */
async function showFirst(
  tx: Writer,
  { personId, nameId, why }: { personId: string; nameId: string; why: FirstShown['why'] },
): Promise<void> {
  const place = sql<number>`(select n.position from people.name n where n.id = ${nameId})`
  await tx
    .updateTable('people.name')
    .set({ position: sql<number>`case when id = ${nameId} then 1 else position + 1 end` })
    .where('person_id', '=', personId)
    .where(sql<boolean>`position <= ${place}`)
    .execute()
  await tx
    .insertInto('people.shown_first')
    .values({ person_id: personId, name_id: nameId, why })
    .execute()
}
