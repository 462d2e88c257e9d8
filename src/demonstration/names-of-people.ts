import type { Chance } from './chance.ts'
import { daysAgo } from './days.ts'
import { familyNames } from './family-names.ts'
import { handles, nicknames, otherScripts } from './given-names.ts'
import { idOf } from './identity.ts'
import { known, personIdOf, type Of } from './people.ts'
import type { PersonSketch } from './person-sketch.ts'
import type { PersonName } from './rows.ts'
import { searchKey } from '../methods/names/search-key.ts'

type Said = Pick<PersonName, 'kind' | 'given' | 'family' | 'source'>

/** The legal name first, then what somebody is and was called besides. */
export const nameRows = (of: Of): PersonName[] =>
  known(of).flatMap(({ person, chance }) =>
    namesOf(chance, person).map((name, index) => ({
      id: idOf(of.seed, 'name', `${person.code}/${index}`),
      person_id: personIdOf(of.seed, person.code),
      position: index + 1,
      ...name,
      given_key: searchKey(name.given),
      family_key: searchKey(name.family),
      from_on: null,
      until_on: name.kind === 'birth' ? daysAgo(of.today, 4000) : null,
    })),
  )

function namesOf(chance: Chance, person: PersonSketch): Said[] {
  const { given, family, isChild } = person
  const legal: Said = { kind: 'legal', given, family, source: 'police record' }
  const others = isChild ? childNames(chance) : adultNames(chance, person)
  return [legal, ...others]
}

function childNames(chance: Chance): Said[] {
  const names: Said[] = []
  if (chance.inHundred(25)) {
    names.push({ ...only('nickname', chance.pick(nicknames)), source: 'said by a friend' })
  }
  if (chance.inHundred(10)) {
    names.push({ ...only('handle', chance.pick(handles)), source: 'said by the child' })
  }
  return names
}

function adultNames(chance: Chance, { given, family, sex }: PersonSketch): Said[] {
  const names: Said[] = []
  if (chance.inHundred(12)) {
    names.push({ ...alias(chance, given), kind: 'alias', source: 'intelligence report' })
  }
  if (sex === 'female' && chance.inHundred(15)) {
    const born = chance.pick(familyNames)
    if (born !== family) names.push({ kind: 'birth', given, family: born, source: 'own account' })
  }
  if (chance.inHundred(8)) names.push({ kind: 'known as', given, family: '', source: 'neighbour' })
  return names
}

const alias = (chance: Chance, given: string): Pick<Said, 'given' | 'family'> =>
  chance.inHundred(30)
    ? chance.pick(otherScripts)
    : { given: given.slice(0, 3), family: chance.pick(familyNames) }

const only = (kind: string, given: string) => ({ kind, given, family: '' })
