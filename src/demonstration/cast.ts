import { caseCode } from './cases.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Part } from './part.ts'
import { sketchPerson, type CaseRole, type Household, type PersonSketch } from './person-sketch.ts'
import { castOfPlanted, type PlantedHomes } from './arranged-people.ts'

/** How often, in a hundred cases, somebody has this role; more than a hundred means often two. */
const often: readonly (readonly [CaseRole, number])[] = [
  ['child at risk', 130],
  ['parent or carer', 65],
  ['suspect', 90],
  ['witness', 25],
  ['associate', 20],
  ['professional', 20],
]

/** Cases whose first child is suspected of something too: two roles, two rows. */
const alsoSuspected = [4, 37, 61]

/** Each so many cases, one person of an earlier case is known here too. */
const knownAgain = 9

/** Who is on which case as what, over as many cases as there are. */
export function castOf(seed: string, cases: number, homes: PlantedHomes): Part[] {
  const chance = chanceOf(`${seed}/cast`)
  const parts = castOfPlanted(homes)
  for (let number = 0; number < cases; number++) {
    const own = castOfCase(chance, caseCode(number))
    const [child] = own
    if (child !== undefined && alsoSuspected.includes(number)) {
      own.push({ ...child, role: 'suspect' })
    }
    const earlier = parts.at(-chance.below(12) - 1)
    if (number > 20 && number % knownAgain === 0 && earlier !== undefined) {
      own.push({ ...earlier, caseCode: caseCode(number), role: againAs(earlier.role) })
    }
    parts.push(...own)
  }
  return parts
}

/** A child who was at risk is at risk here too; anybody else is known to somebody. */
const againAs = (role: CaseRole): CaseRole => (role === 'child at risk' ? role : 'associate')

function castOfCase(chance: Chance, code: string): Part[] {
  const parts: Part[] = []
  for (const [role, times] of often) {
    const count = Math.floor(times / 100) + (chance.inHundred(times % 100) ? 1 : 0)
    for (let one = 1; one <= count; one++) {
      const person = sketchPerson(chance, `${code}/${role}/${one}`, role)
      parts.push({ caseCode: code, role, person: related(person, role, parts) })
    }
  }
  return parts
}

/** A parent lives with the child and mostly has the same family name. */
function related(person: PersonSketch, role: CaseRole, parts: readonly Part[]): PersonSketch {
  const child = parts.find(part => part.role === 'child at risk')?.person
  if (role !== 'parent or carer' || child === undefined) return person
  const household: Household = child.household
  return { ...person, household, family: child.family }
}
