import type { Reader } from '../../../platform/db/door.ts'
import { oldestFirst, type Finding, type Rule } from './finding.ts'
import { manyLookers } from './many-lookers/rule.ts'
import { nothingLed } from './nothing-led/rule.ts'
import { ownSearches } from './own-search/rule.ts'
import {
  colleaguesBy,
  crowdedLooks,
  looksWithoutAWay,
  manyLookersSetting,
  refusals,
  searchesForOwn,
  spanOfDays,
  type Colleague,
} from './queries.ts'
import { refusedInARow } from './refused-in-a-row/rule.ts'

/** What one rule finds since a moment: a few rows from the database, then the rule. */
const found: Readonly<Record<Rule, (tx: Reader, since: string) => Promise<Finding[]>>> = {
  'nothing-led': async (tx, since) => nothingLed(await looksWithoutAWay(tx, since)),
  'own-search': async (tx, since) => ownSearches(await searchesForOwn(tx, since)),
  'many-lookers': async (tx, since) => {
    const least = await manyLookersSetting(tx)
    return manyLookers(await crowdedLooks(tx, since, least), least)
  },
  'refused-in-a-row': async (tx, since) => refusedInARow(await refusals(tx, since)),
}

/** A finding with the people whose look-ups it is. */
export interface ToldFinding extends Finding {
  people: readonly Colleague[]
}

/** What these rules find that nobody has answered for, the latest first; never by how much it is. */
export async function findings(
  tx: Reader,
  { rules, days }: { rules: readonly Rule[]; days: number },
): Promise<ToldFinding[]> {
  const { since } = await spanOfDays(tx, days)
  const all: Finding[] = []
  for (const rule of rules) all.push(...(await found[rule](tx, since)))
  const people = await colleaguesBy(tx, [...new Set(all.flatMap(({ users }) => users))])
  return all
    .toSorted((a, b) => oldestFirst({ at: b.last }, { at: a.last }))
    .map(one => ({ ...one, people: people.filter(({ id }) => one.users.includes(id)) }))
}
