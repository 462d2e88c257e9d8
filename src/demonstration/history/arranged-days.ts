import { caseIdOf } from '../cases.ts'
import { at, daysAgo } from '../days.ts'
import { personIdOf } from '../people.ts'
import { userIdOf } from '../personas.ts'
import type { PlantedPerson } from '../arranged-people.ts'
import type { LookUp } from './look-up.ts'
import { refusal, type Planting } from './arranged-look-ups.ts'
import { weekdayAgo } from './times.ts'

/** Everybody who opened the record of one child on the day of an appeal; all of them might. */
const lookers = [
  ...['investigator', 'dunmore', 'cawthray', 'askew', 'fennimore', 'supervisor'],
  ...['analyst', 'fairweather', 'practitioner', 'crowhurst', 'dewsnap', 'entwisle'],
] as const

export function highProfileDay({ seed, today, records }: Planting): LookUp[] {
  const child: PlantedPerson = 'high-profile'
  const day = weekdayAgo(today, 9)
  const shown = { personId: personIdOf(seed, child), subjects: [caseIdOf(seed, child)] }
  const onCase = records.cases.find(({ id }) => shown.subjects.includes(id))
  return lookers.flatMap((code, index) => {
    const user = userIdOf(code, seed)
    const time = `1${index % 6}:${index + 20}`
    const allowedBy = onCase === undefined ? null : records.reach(user, onCase, at(day, time))
    return allowedBy === null ? [] : [{ user, day, time, verb: 'person.read', allowedBy, ...shown }]
  })
}

/** Somebody who searched for the own family name with good cause: a witness of her case bears it. */
export function innocentSearch({ seed, today }: Planting): LookUp[] {
  const user = userIdOf('hallowes', seed)
  const witness: PlantedPerson = 'namesake'
  const day = weekdayAgo(today, 22)
  const hers = { user, day, allowedBy: 'team' } as const
  const caseId = caseIdOf(seed, 'glass-waiting')
  const personId = personIdOf(seed, witness)
  return [
    {
      ...{ user, day, time: '10:31', verb: 'person.search', codes: ['own-surname'] },
      ...{ subjects: [personId], allowedBy: 'role' },
    },
    { ...hers, time: '10:32', verb: 'person.read', personId, subjects: [caseId] },
    { ...hers, time: '10:35', verb: 'case.edit', caseId },
  ]
}

/** What was asked for and refused: by mistake, out of curiosity, after a share had ended. */
export const refusals = ({ seed, today }: Planting): LookUp[] =>
  (
    [
      [52, 'investigator', 'blocked'],
      [51, 'investigator', 'blocked'],
      [36, 'practitioner', 'own-team'],
      [33, 'analyst', 'restricted-named'],
      [18, 'investigator-2', 'shared-agency'],
      [11, 'crowhurst', 'share-expired'],
      [4, 'analyst', 'person-block-1'],
    ] as const
  ).map(([days, user, code]) => ({
    ...{ user: userIdOf(user, seed), day: daysAgo(today, days), time: '15:45' },
    ...refusal(seed, code),
  }))
