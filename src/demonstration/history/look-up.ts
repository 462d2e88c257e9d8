import type { AllowedBy } from '../../platform/audit/entry.ts'
import { at } from '../days.ts'
import { idAt, idOf } from '../identity.ts'
import type { Entry } from '../rows.ts'

/** Something that somebody did in the past, before it is an entry of the log. */
export interface LookUp {
  user: string
  /** Day and time of day, like 2026-11-20 and 09:41. */
  day: string
  time: string
  verb: 'case.read' | 'case.search' | 'case.edit' | 'person.read' | 'sign-in.done'
  caseId?: string
  personId?: string
  /** People who were shown with a case; of a search, the cases that were found. */
  subjects?: readonly string[]
  allowedBy?: AllowedBy
  codes?: readonly string[]
  /** Of something that was refused: what was asked for. */
  refused?: string
}

/** The entries of the log, in the order of time, which their ids follow. */
export const entriesOf = (seed: string, areaId: string, lookUps: readonly LookUp[]): Entry[] =>
  lookUps
    .toSorted((a, b) => order(a).localeCompare(order(b), 'en'))
    .map((one, number) => entryOf({ seed, areaId, number }, one))

const order = ({ day, time, user }: LookUp): string => `${day} ${time} ${user}`

function entryOf(of: { seed: string; areaId: string; number: number }, one: LookUp): Entry {
  const { seed, areaId, number } = of
  const moment = at(one.day, one.time)
  return {
    id: idAt(moment, seed, number),
    area_id: areaId,
    at: moment,
    class: one.verb === 'case.edit' ? 'alteration' : 'consultation',
    verb: one.verb,
    outcome: one.refused === undefined ? 'done' : 'refused',
    user_id: one.user,
    session_id: idOf(seed, 'session', `${one.user}/${one.day}`),
    request_id: idOf(seed, 'request', number),
    ...whatOf(one),
    asked: one.refused ?? null,
    codes: [...(one.codes ?? [])],
  }
}

const whatOf = ({ caseId, personId, subjects, allowedBy }: LookUp) => ({
  case_id: caseId ?? null,
  person_id: personId ?? null,
  subjects: [...(subjects ?? [])],
  allowed_by: allowedBy ?? null,
})
