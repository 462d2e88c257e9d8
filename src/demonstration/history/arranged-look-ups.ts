import type { AllowedBy } from '../../platform/audit/entry.ts'
import { caseCode, caseIdOf, caseReferenceOf } from '../cases.ts'
import { snooper } from '../colleagues.ts'
import { daysAgo, type Today } from '../days.ts'
import { personIdOf } from '../people.ts'
import { userIdOf } from '../personas.ts'
import type { PlantedPerson } from '../arranged-people.ts'
import type { LookUp } from './look-up.ts'
import type { Records } from './records.ts'

/** What is planted among the normal work; docs/demonstration.md tells of each. */
export interface Planting {
  seed: string
  today: Today
  records: Records
}

/** Evenings on which the officer opened what no work of his led to, with the cases of that evening. */
const evenings: readonly (readonly [daysAgo: number, time: string, ...cases: string[]])[] = [
  [27, '21:0', 'relation'],
  [24, '22:1', caseCode(17), caseCode(24)],
  [20, '20:3', caseCode(25)],
  [17, '21:4', caseCode(16), 'own-team'],
  [13, '19:5', caseCode(41)],
  [9, '22:0', caseCode(32), 'relation'],
  [6, '21:2', caseCode(40)],
  [3, '20:1', 'relation', caseCode(17)],
]

/**
 * The officer who looks people up without cause. Until thirty days ago he was lent to the analysts, with
 * the whole area in reach; the end was recorded late, and what he opened after it stands in the log
 * as force-wide although no posting of that moment leads to it.
 */
export function snooping({ seed, today, records }: Planting): LookUp[] {
  const user = userIdOf(snooper, seed)
  const opened = evenings.flatMap(([days, time, ...codes]) => {
    const evening = { user, day: daysAgo(today, days), allowedBy: 'force-wide' } as const
    const looks = codes.flatMap((code, index) => looksInto({ seed, today, records }, code, index))
    return looks.map((look, minute) => ({ ...evening, ...look, time: `${time}${minute}` }))
  })
  const relation: PlantedPerson = 'relation'
  const found = [personIdOf(seed, relation)]
  const search = (days: number, time: string, code: string): LookUp => ({
    ...{ user, day: daysAgo(today, days), time, verb: 'person.search', allowedBy: 'role' },
    ...{ subjects: found, codes: [code] },
  })
  const live = {
    user,
    day: daysAgo(today, 34),
    allowedBy: 'force-wide' satisfies AllowedBy,
  } as const
  return [
    search(34, '19:12', 'own-surname'),
    {
      ...live,
      time: '19:13',
      verb: 'person.read',
      personId: personIdOf(seed, relation),
      subjects: [caseIdOf(seed, relation)],
    },
    search(27, '20:58', 'own-address'),
    ...opened,
    search(6, '21:18', 'own-surname'),
    { user, day: daysAgo(today, 13), time: '20:08', ...refusal(seed, 'restricted-own-team') },
  ]
}

/** The case, then somebody on it. */
function looksInto({ seed, records }: Planting, code: string, index: number) {
  const caseId = caseIdOf(seed, code)
  const subjects = records.peopleOf(caseId)
  const personId = subjects[index] ?? subjects[0]
  return [
    { verb: 'case.read', caseId, subjects } as const,
    ...(personId === undefined
      ? []
      : [{ verb: 'person.read', personId, subjects: [caseId] } as const]),
  ]
}

/** A case asked for by its reference, and refused. */
export const refusal = (seed: string, code: string) =>
  ({ verb: 'case.read', refused: caseReferenceOf(seed, code) }) as const
