import type { Role } from '../platform/access/roles.ts'
import { colleagues, seconded } from './colleagues.ts'
import { teams, type AgencyCode, type TeamCode } from './partnership.ts'
import { personas, userIdOf } from './personas.ts'

/** One of the 60 who work in Ardenshire. */
export interface Worker {
  /** Of a persona its code, else the family name in small letters. */
  code: string
  id: string
  given: string
  family: string
  agency: AgencyCode
  team: TeamCode
  role: Role
  forceWide: boolean
}

export function staffOf(seed: string): Worker[] {
  const named = personas.map(({ code, given, family, team, role, forceWide }) => ({
    ...{ code, id: userIdOf(code, seed), given, family },
    ...{ agency: teams[team].agency, team, role, forceWide },
  }))
  const others = colleagues.map(([given, family, team, role]) => {
    const code = family.toLowerCase()
    const agency = seconded[code] ?? teams[team].agency
    const forceWide = team === 'analysis' && role === 'analyst'
    return { code, id: userIdOf(code, seed), given, family, agency, team, role, forceWide }
  })
  return [...named, ...others]
}
