import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { apartOnCase } from '../people/apart.ts'
import type { Reach } from '../reach/reach.ts'
import { reachOf } from '../reach/queries.ts'
import type { Case, CasePerson } from './case.ts'
import { caseOf, peopleOn } from './queries.ts'

/** A case with its people, children apart from suspects. */
export interface CaseWithPeople {
  case: Case
  people: ReturnType<typeof apartOnCase>
}

interface Asked {
  reference: string
  today: Temporal.PlainDate
  note: Note
}

/** Null for whoever may not read it, and where there is none. */
export async function readCase(
  tx: Reader,
  { reference, today, note }: Asked,
): Promise<CaseWithPeople | null> {
  const found = await caseOf(tx, reference)
  if (found === null) return null
  return withPeople(found, await peopleOn(tx, found.id), { today, note })
}

/** The same, with who reaches the case; both are asked at once. */
export async function readCaseAndReach(
  tx: Reader,
  { reference, today, note }: Asked,
): Promise<(CaseWithPeople & { reach: Reach }) | null> {
  const found = await caseOf(tx, reference)
  if (found === null) return null
  const [people, reach] = await Promise.all([peopleOn(tx, found.id), reachOf(tx, found)])
  return { ...withPeople(found, people, { today, note }), reach }
}

function withPeople(
  found: Case,
  people: readonly CasePerson[],
  { today, note }: Pick<Asked, 'today' | 'note'>,
): CaseWithPeople {
  const subjects = people.map(({ personId }) => personId)
  note.about({ case: found.id, subjects, allowedBy: found.allowedBy })
  return { case: found, people: apartOnCase(people, today) }
}
