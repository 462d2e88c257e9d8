import { caseIdOf } from './cases.ts'
import { ago, type Today } from './days.ts'
import { userIdOf } from './personas.ts'
import type { PlantedCode } from './arranged-cases.ts'
import type { NamedPerson } from './rows.ts'

/** Who reaches a restricted or sealed case by name; the first of each list named the others. */
const named: Readonly<Partial<Record<PlantedCode, readonly [string, ...string[]]>>> = {
  'restricted-named': ['supervisor-2', 'investigator'],
  'restricted-own-team': ['supervisor', 'dunmore'],
  // Two, and nobody else learns that this case exists.
  sealed: ['supervisor-2', 'investigator-2'],
  'shared-person': ['trevanion', 'quarmby'],
  'seal-asked': ['supervisor', 'supervisor-2'],
}

export const namedRows = (seed: string, today: Today): NamedPerson[] =>
  Object.entries(named).flatMap(([code, users]) =>
    users.map((user, index) => ({
      case_id: caseIdOf(seed, code),
      user_id: userIdOf(user, seed),
      named_by: userIdOf(users[0], seed),
      named_at: ago(today, 100, `11:${index}0`),
    })),
  )
