import { sql, type Expression, type SqlBool } from 'kysely'
import type { Reader } from '../../../../platform/db/door.ts'
import type { CaseType, ListedCase, Sensitivity } from '../case.ts'
import type { CasesAsked } from './asked.ts'
import type { TeamChoice } from './choices.ts'
import type { LastListed } from './last.ts'
import type { CasesSort } from './sorts.ts'

/** Cases that whoever asks may read, in the order that is asked for. */
export async function casesOf(tx: Reader, asked: CasesAsked): Promise<ListedCase[]> {
  const { after, most, sort } = asked
  const found: ListedCase[] = []
  for (const stretch of after === null ? [sql<boolean>`true`] : comesAfter[sort](after)) {
    if (found.length === most) break
    found.push(...(await casesIn(tx, asked, { stretch, most: most - found.length })))
  }
  return found
}

/** Those of one stretch of an order, which an index gives from its beginning. */
async function casesIn(
  tx: Reader,
  asked: CasesAsked,
  { stretch, most }: { stretch: Expression<SqlBool>; most: number },
): Promise<ListedCase[]> {
  const found = await tx
    .selectFrom('casework.case as c')
    .innerJoin('access.team as t', 't.id', 'c.team_id')
    .$if(asked.state === 'open', q => q.where('c.closed_on', 'is', null))
    .$if(asked.state === 'closed', q => q.where('c.closed_on', 'is not', null))
    .$if(asked.type !== '', q => q.where('c.type', '=', asked.type))
    .$if(asked.team !== '', q => q.where('c.team_id', '=', asked.team))
    .$if(asked.sensitivity !== '', q => q.where('c.sensitivity', '=', asked.sensitivity))
    .$if(asked.owner !== null, q => q.where('c.owner_id', '=', asked.owner))
    .where(stretch)
    .$if(asked.name !== null, q => q.where(casesWithName(asked)))
    .select([
      'c.id',
      'c.reference',
      'c.type',
      'c.summary',
      'c.sensitivity',
      't.name as team',
      'c.opened_on as openedOn',
      'c.closed_on as closedOn',
    ])
    .orderBy(orders[asked.sort])
    .limit(most)
    .execute()
  return found.map(row => ({
    ...row,
    type: row.type as CaseType,
    sensitivity: row.sensitivity as Sensitivity,
  }))
}

/** Each has its index. References differ, so that no two cases share a place. */
const orders = {
  newest: sql`c.opened_on desc, c.reference desc`,
  oldest: sql`c.opened_on, c.reference`,
  reference: sql`c.reference`,
  type: sql`c.type, c.opened_on desc, c.reference desc`,
} satisfies Record<CasesSort, unknown>

/** What comes after a case in the same orders: of types the rest of its own first, then the others. */
const comesAfter = {
  newest: after => [olderThan(after)],
  oldest: ({ openedOn, reference }) => [
    sql`(c.opened_on, c.reference) > (${openedOn}::date, ${reference})`,
  ],
  reference: ({ reference }) => [sql`c.reference > ${reference}`],
  type: after => [sql`c.type = ${after.type} and ${olderThan(after)}`, sql`c.type > ${after.type}`],
} satisfies Record<CasesSort, (after: LastListed) => Expression<SqlBool>[]>

const olderThan = ({ openedOn, reference }: LastListed): Expression<SqlBool> =>
  sql`(c.opened_on, c.reference) < (${openedOn}::date, ${reference})`

/**
 * Ranges of names, which an index can give; the one function that may look past row security for them
 * applies the same rule of access itself (decision 2).
 */
const casesWithName = ({ name, ...rest }: CasesAsked) => {
  const { one, pairs, whole } = name ?? { one: '', pairs: [], whole: true }
  const range = rangeOf(one, whole)
  const given = pairs.map(([key]) => rangeOf(key, whole))
  const family = pairs.map(([, key]) => rangeOf(key, whole))
  // Asked in a select of its own: the planner would else ask it once more, to guess how many there are.
  return sql<boolean>`c.id = any ((select casework.cases_named(${range.from}, ${range.to},
    ${given.map(({ from }) => from)}, ${given.map(({ to }) => to)},
    ${family.map(({ from }) => from)}, ${family.map(({ to }) => to)}, ${JSON.stringify(rest)}::jsonb))::uuid[])`
}

/** From the name itself up to what sorts after it and after all that begin with it, or before them. */
const rangeOf = (key: string, whole: boolean) => ({ from: key, to: key + (whole ? first : last) })

/** The first and the last of all characters: before and after whatever else a name can go on with. */
const [first, last] = ['\u0001', '\u{10FFFF}']

/** Teams that work cases or once did, by agency and name. */
export const caseTeams = (tx: Reader): Promise<TeamChoice[]> =>
  tx
    .selectFrom('access.team as t')
    .innerJoin('access.agency as a', 'a.id', 't.agency_id')
    .where(
      sql<boolean>`exists (select from access.posting p join access.role r on r.code = p.role
        where p.team_id = t.id and r.team_cases and r.changes_cases and not p.force_wide)`,
    )
    .select(['t.id', sql<string>`t.name || ', ' || a.name`.as('said')])
    .orderBy('a.name')
    .orderBy('t.name')
    .execute()
