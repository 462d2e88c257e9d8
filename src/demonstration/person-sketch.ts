import type { Chance } from './chance.ts'
import { familyNames } from './family-names.ts'
import { boys, girls, men, women } from './given-names.ts'
import { postcodeIn, houseIn, towns } from './places.ts'

export type CaseRole =
  'child at risk' | 'suspect' | 'witness' | 'parent or carer' | 'associate' | 'professional'

/** Somebody before the rows are made. */
export interface PersonSketch {
  /** Names this person within the seed. */
  code: string
  isChild: boolean
  sex: 'female' | 'male'
  given: string
  family: string
  household: Household
}

/** People who live together have one. */
export interface Household {
  lines: string
  postcode: string
}

export function householdIn(chance: Chance): Household {
  const town = chance.pick(towns)
  return { lines: houseIn(chance, town), postcode: postcodeIn(chance, town) }
}

export function sketchPerson(chance: Chance, code: string, role: CaseRole): PersonSketch {
  const isChild = role === 'child at risk' || (role === 'witness' && chance.inHundred(60))
  const sex = chance.inHundred(role === 'suspect' ? 20 : 60) ? 'female' : 'male'
  return {
    ...{ code, isChild, sex, family: chance.pick(familyNames), household: householdIn(chance) },
    given: chance.pick(givenNames(isChild, sex)),
  }
}

const givenNames = (isChild: boolean, sex: PersonSketch['sex']) => {
  if (isChild) return sex === 'female' ? girls : boys
  return sex === 'female' ? women : men
}
