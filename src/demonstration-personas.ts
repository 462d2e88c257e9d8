import { agencies, teams } from './demonstration/partnership.ts'
import { personas, userIdOf } from './demonstration/personas.ts'
import type { Persona } from './modules/account/index.ts'

/** The people of the demonstration as the sign-in page lists them. */
export const demonstrationPersonas: readonly Persona[] = personas.map(
  ({ code, role, given, family, team, tries }) => ({
    code,
    userId: userIdOf(code),
    name: `${given} ${family}`,
    works: `${sentenceCase(role)}, ${teams[team].name}, ${agencies[teams[team].agency].name}`,
    tries,
  }),
)

function sentenceCase(role: string): string {
  const words = role.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
