import { chanceOf, type Chance } from '../chance.ts'
import { at, type Today } from '../days.ts'
import type { Case } from '../rows.ts'
import type { Worker } from '../staff.ts'
import type { LookUp } from './look-up.ts'
import { casesFor, type OpenCase, type Records } from './records.ts'
import { isWeekend, pastDays, timesIn } from './times.ts'

/**
 * Two months of people opening what their work leads to: each look-up is of a case that the user
 * reached at that moment, mostly one of the own team.
 */
export function normalWork(
  { seed, today }: { seed: string; today: Today },
  staff: readonly Worker[],
  records: Records,
): LookUp[] {
  const chance = chanceOf(`${seed}/history`)
  return pastDays(today).flatMap(day =>
    staff
      .filter(worker => isAtWork(chance, day, worker))
      .flatMap(worker => dayOf({ chance, day, records }, worker)),
  )
}

interface Work {
  chance: Chance
  day: string
  records: Records
}

/** In a hundred days: investigators and practitioners are there most, members of boards seldom. */
function isAtWork(chance: Chance, day: string, { role }: Worker): boolean {
  const isFrontline = ['investigator', 'supervisor', 'practitioner', 'analyst'].includes(role)
  return chance.inHundred((isFrontline ? 78 : 25) / (isWeekend(day) ? 7 : 1))
}

function dayOf({ chance, day, records }: Work, worker: Worker): LookUp[] {
  const { id: user } = worker
  const open = casesFor(records, user, at(day, '12:00'))
  const [start = '08:05', ...times] = timesIn(chance, open.length === 0 ? 1 : 2 + chance.below(4))
  if (!records.isEmployed(user, at(day, start))) return []
  const steps = times.flatMap(time => {
    const chosen = open[chance.below(open.length)]
    const step = chosen === undefined ? null : stepOf(chance, chosen, worker)
    // A share or a posting may begin or end on this very day.
    const stillOpen = chosen && records.reach(user, chosen.onCase, at(day, time)) !== null
    return step === null || stillOpen !== true ? [] : [{ user, day, time, ...step }]
  })
  return [{ user, day, time: start, verb: 'sign-in.done' }, ...steps]
}

type Step = Omit<LookUp, 'user' | 'day' | 'time'>

function stepOf(chance: Chance, chosen: OpenCase, { role }: Worker): Step | null {
  const { onCase, people, allowedBy } = chosen
  const drawn = chance.below(100)
  if (drawn < 8) return { verb: 'case.search', subjects: [onCase.id], allowedBy: 'role' }
  if (drawn < 12) return { verb: 'person.search', subjects: people, allowedBy: 'role' }
  if (drawn < 36) return personStep(chance, chosen)
  const mayEdit = ['investigator', 'supervisor'].includes(role) && allowedBy === 'team'
  if (drawn < 46 && mayEdit) return { verb: 'case.edit', ...on(onCase), allowedBy }
  return { verb: 'case.read', ...on(onCase), subjects: people, allowedBy }
}

function personStep(chance: Chance, { onCase, people, allowedBy }: OpenCase): Step | null {
  const personId = people[chance.below(people.length)]
  if (personId === undefined) return null
  return { verb: 'person.read', personId, subjects: [onCase.id], allowedBy }
}

const on = ({ id }: Case) => ({ caseId: id })
