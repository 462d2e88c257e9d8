import { searchKey } from '../../../methods/names/search-key.ts'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { apartOnCase } from '../people/apart.ts'
import type { Case } from './case.ts'
import type { CasesForm } from './form.ts'
import { caseOf, peopleOn, type CasesAsked } from './queries.ts'

/** What the form asks, as the query takes it: one more than a page holds tells whether there is another. */
export function casesAsked(
  { name, exact, state, type, after }: CasesForm,
  pageLength: number,
): CasesAsked {
  const keys = name.split(/\s+/).map(searchKey).filter(Boolean).slice(0, 2)
  const [openedOn, reference] = after.split('_')
  return {
    state,
    type,
    name: keys.length === 0 ? null : { whole: exact === 'yes', keys },
    after: openedOn === undefined || reference === undefined ? null : { openedOn, reference },
    most: pageLength + 1,
  }
}

/** A case with its people, children apart from suspects. */
export interface CaseWithPeople {
  case: Case
  people: ReturnType<typeof apartOnCase>
}

/** Null for whoever may not read it, and where there is none. */
export async function readCase(
  tx: Reader,
  { reference, today, note }: { reference: string; today: Temporal.PlainDate; note: Note },
): Promise<CaseWithPeople | null> {
  const found = await caseOf(tx, reference)
  if (found === null) return null
  const people = await peopleOn(tx, found.id)
  const subjects = people.map(({ personId }) => personId)
  note.about({ case: found.id, subjects, allowedBy: found.allowedBy })
  return { case: found, people: apartOnCase(people, today) }
}
