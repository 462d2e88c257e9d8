import type { AllowedBy } from '../../platform/audit/entry.ts'
import { at } from '../days.ts'
import { idAt, idOf } from '../identity.ts'
import type { Entry } from '../rows.ts'

/** Verbs of the permission tables, with the class that each has there. */
const classes = {
  'case.read': 'consultation',
  'case.search': 'consultation',
  'case.edit': 'alteration',
  'case.share': 'disclosure',
  'person.read': 'consultation',
  'person.search': 'consultation',
  'glass.break': 'consultation',
  'export.ask': 'alteration',
  'export.decide': 'alteration',
  'sign-in.done': 'consultation',
  'posting.propose': 'alteration',
  'opening.propose': 'alteration',
} as const

/** Something that somebody did in the past, before it is an entry of the log. */
export interface LookUp {
  user: string
  /** Day and time of day, like 2026-11-20 and 09:41. */
  day: string
  time: string
  verb: keyof typeof classes
  caseId?: string
  personId?: string
  /** With a case the people on it, with a person the cases; of a search, what was found. */
  subjects?: readonly string[]
  allowedBy?: AllowedBy
  codes?: readonly string[]
  /** Of a share: the agency or person who received. */
  recipient?: string
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
    class: classes[one.verb],
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

const whatOf = ({ caseId, personId, subjects, allowedBy, recipient }: LookUp) => ({
  case_id: caseId ?? null,
  person_id: personId ?? null,
  subjects: [...(subjects ?? [])],
  allowed_by: allowedBy ?? null,
  recipient: recipient ?? null,
})
