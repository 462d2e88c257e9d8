import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { apartOnCase } from '../people/apart.ts'
import { isOwn } from '../purpose/purpose.ts'
import { mustSayWhy } from '../purpose/read.ts'
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

/**
 * The same, with who reaches the case; both are asked at once. Outside the caseload of whoever reads it
 * they may have to say why first.
 */
export async function readCaseAndReach(
  tx: Reader,
  { reference, today, note, userId }: Asked & { userId: string },
): Promise<(CaseWithPeople & { reach: Reach }) | 'say why' | null> {
  const found = await caseOf(tx, reference)
  if (found === null) return null
  note.about({ case: found.id, allowedBy: found.allowedBy })
  const minutes = isOwn([found], userId) ? 0 : found.purposeLasts
  if (await mustSayWhy(tx, { about: { is: 'case', id: found.id }, minutes, note })) return 'say why'
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
