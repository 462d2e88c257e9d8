import { readingsOf, type NameReadings } from '../../../../methods/names/readings.ts'
import type { CaseType, Sensitivity } from '../case.ts'
import type { CasesForm } from '../form.ts'
import { readLast, type LastListed } from './last.ts'
import type { CasesSort } from './sorts.ts'

/** What a list of cases is asked for; what is empty or null is not asked. */
export interface CasesAsked {
  state: 'open' | 'closed' | 'all'
  type: CaseType | ''
  /** Id of a team. */
  team: string
  sensitivity: Sensitivity | ''
  /** Id of the colleague whose own cases are asked for. */
  owner: string | null
  /** Names of somebody on the case, whole or as they begin. */
  name: (NameReadings & { whole: boolean }) | null
  sort: CasesSort
  /** Where the list goes on. */
  after: LastListed | null
  most: number
}

/** Every open case, the newest first: what a list shows of which nothing is asked. */
export const anyCase: Omit<CasesAsked, 'most'> = {
  state: 'open',
  type: '',
  team: '',
  sensitivity: '',
  owner: null,
  name: null,
  sort: 'newest',
  after: null,
}

/** What the form asks, of its reader; one more than a page holds tells whether there is another. */
export const casesAsked = (
  { name, exact, own, after, ...same }: CasesForm,
  { userId, pageLength }: { userId: string; pageLength: number },
): CasesAsked => {
  const readings = readingsOf(name)
  return {
    ...same,
    owner: own === 'yes' ? userId : null,
    name: readings && { ...readings, whole: exact === 'yes' },
    after: readLast(after),
    most: pageLength + 1,
  }
}
