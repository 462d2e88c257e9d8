import type { Part } from './part.ts'
import type { Household, PersonSketch } from './person-sketch.ts'

/** Addresses that tell something. */
export interface PlantedHomes {
  /** Where the officer lives who looks people up without cause. */
  snooper: Household
  elsewhere: Household
}

/** People who show a rule, by what they show. */
const people = {
  /** From whom the analyst is blocked; on two cases. */
  'blocked-for-analyst': { given: 'Kezia', family: 'Abara', isChild: true, sex: 'female' },
  /** Of the snooper's own family, and living with him. */
  relation: { given: 'Denise', family: 'Thrale', isChild: false, sex: 'female' },
  /** Bears the family name of an officer by chance, on a case of her team. */
  namesake: { given: 'Clive', family: 'Hallowes', isChild: false, sex: 'male' },
  /** Opened by many on one day. */
  'high-profile': { given: 'Rhys', family: 'Dearlove', isChild: true, sex: 'male' },
} as const

export type PlantedPerson = keyof typeof people

export const castOfPlanted = (homes: PlantedHomes): Part[] => {
  const one = (code: PlantedPerson): PersonSketch => ({
    code,
    ...people[code],
    household: code === 'relation' ? homes.snooper : homes.elsewhere,
  })
  return [
    { caseCode: 'person-block-1', role: 'child at risk', person: one('blocked-for-analyst') },
    { caseCode: 'person-block-2', role: 'child at risk', person: one('blocked-for-analyst') },
    { caseCode: 'relation', role: 'parent or carer', person: one('relation') },
    { caseCode: 'glass-waiting', role: 'witness', person: one('namesake') },
    { caseCode: 'high-profile', role: 'child at risk', person: one('high-profile') },
  ]
}
