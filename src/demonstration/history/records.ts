import type { AllowedBy } from '../../platform/audit/entry.ts'
import { reachIn, type Reach, type ReachFacts } from '../reach.ts'
import type { Case } from '../rows.ts'

/** What the history is made of: cases with their people, and who reached them when. */
export interface Records {
  cases: readonly Case[]
  reach: Reach
  peopleOf(caseId: string): string[]
  /** Whether somebody had an open account and a posting. */
  isEmployed(user: string, moment: string): boolean
}

/** A case that somebody reached. */
export interface OpenCase {
  onCase: Case
  people: readonly string[]
  allowedBy: AllowedBy
}

export function recordsOf(facts: ReachFacts & { cases: readonly Case[] }): Records {
  const people = Map.groupBy(facts.casePersons, one => one.case_id)
  return {
    cases: facts.cases,
    reach: reachIn(facts),
    peopleOf: id => [...new Set((people.get(id) ?? []).map(({ person_id }) => person_id))],
    isEmployed: (user, moment) =>
      facts.postings.some(({ user_id, from_at }) => user_id === user && from_at <= moment) &&
      facts.users.every(
        ({ id, disabled_at }) => id !== user || disabled_at === null || disabled_at > moment,
      ),
  }
}

/** What somebody works on at a moment: open cases of the own team, else whatever else is reached. */
export function casesFor(records: Records, user: string, moment: string): OpenCase[] {
  const reached = records.cases
    .filter(one => one.created_at < moment && (one.closed_on === null || one.closed_on > moment))
    .flatMap(onCase => openedBy(records, user, { onCase, moment }))
  const narrow = reached.filter(({ allowedBy }) => allowedBy !== 'force-wide')
  return narrow.length > 0 ? narrow : reached
}

/** One case, or none where this user did not reach it. */
function openedBy(
  records: Records,
  user: string,
  { onCase, moment }: { onCase: Case; moment: string },
): OpenCase[] {
  const allowedBy = records.reach(user, onCase, moment)
  return allowedBy === null ? [] : [{ onCase, people: records.peopleOf(onCase.id), allowedBy }]
}
