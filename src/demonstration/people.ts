import type { Part } from './part.ts'
import { chanceOf, type Chance } from './chance.ts'
import { daysAgo, type Today } from './days.ts'
import { idOf } from './identity.ts'
import type { PersonSketch } from './person-sketch.ts'
import type { Case, CasePerson, Identifier, Person } from './rows.ts'

export const personIdOf = (seed: string, code: string): string => idOf(seed, 'person', code)

/** Everybody once, with the case through which they became known. */
export function personRows(of: Of): Person[] {
  return known(of).map(({ person, onCase, chance }) => ({
    id: personIdOf(of.seed, person.code),
    area_id: onCase.area_id,
    ...bornOn(chance, of.today, person),
    sex: chance.inHundred(96) ? person.sex : 'not known',
    created_by: onCase.created_by,
    created_at: onCase.created_at,
  }))
}

export const identifierRows = (of: Of): Identifier[] =>
  known(of).flatMap(({ person, chance }) =>
    person.isChild && chance.inHundred(40)
      ? [
          {
            id: idOf(of.seed, 'identifier', person.code),
            person_id: personIdOf(of.seed, person.code),
            kind: 'local authority',
            value: `ARD-${100_000 + chance.below(900_000)}`,
            source: "children's services record",
          },
        ]
      : [],
  )

export const casePersonRows = ({ seed, cast, cases }: Of): CasePerson[] =>
  cast.map(({ caseCode, person, role }) => {
    const onCase = caseOf(seed, cases, caseCode)
    return {
      id: idOf(seed, 'case person', `${caseCode}/${person.code}/${role}`),
      case_id: onCase.id,
      person_id: personIdOf(seed, person.code),
      role,
      source: role === 'associate' ? 'intelligence report' : 'first account on the case',
      from_on: onCase.opened_on,
      added_by: onCase.created_by,
      added_at: onCase.created_at,
    }
  })

/** What the rows of people are made of. */
export interface Of {
  seed: string
  today: Today
  cast: readonly Part[]
  cases: readonly Case[]
}

interface Known {
  person: PersonSketch
  onCase: Case
  /** Drawn from for this person alone. */
  chance: Chance
}

/** Each person once, by the first case. */
export function known({ seed, cast, cases }: Of): Known[] {
  const firsts = new Map(cast.toReversed().map(part => [part.person.code, part]))
  return [...firsts.values()].toReversed().map(({ person, caseCode }) => ({
    person,
    onCase: caseOf(seed, cases, caseCode),
    chance: chanceOf(`${seed}/person/${person.code}`),
  }))
}

function caseOf(seed: string, cases: readonly Case[], code: string): Case {
  const id = idOf(seed, 'case', code)
  const found = cases.find(one => one.id === id)
  if (found === undefined) throw new Error(`There is no case ${code}.`)
  return found
}

/** In a hundred: how well a day of birth is known. */
const precisions: readonly (readonly [Person['birth_precision'], number])[] = [
  ['day', 72],
  ['month', 78],
  ['year', 90],
  ['about', 95],
  ['unknown', 100],
]

function bornOn(chance: Chance, today: Today, { isChild }: PersonSketch) {
  const days = isChild ? 3700 + chance.below(2700) : 7000 + chance.below(14_000)
  const drawn = chance.below(100)
  const precision = precisions.find(([, up]) => drawn < up)?.[0] ?? 'day'
  return {
    birth_on: precision === 'unknown' ? null : cut(daysAgo(today, days), precision),
    birth_precision: precision,
    birth_source: precision === 'unknown' ? null : (sources.get(precision) ?? 'police record'),
  }
}

const sources = new Map<Person['birth_precision'], string>([
  ['day', 'birth certificate'],
  ['month', 'school record'],
  ['year', 'own account'],
  ['about', 'seen by an officer'],
])

/** The first day of what is known. */
const cut = (day: string, precision: Person['birth_precision']): string => {
  if (precision === 'month') return `${day.slice(0, 7)}-01`
  return precision === 'day' ? day : `${day.slice(0, 4)}-01-01`
}
