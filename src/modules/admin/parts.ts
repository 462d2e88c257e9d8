import type { Program } from '../../platform/sessions/begin.ts'

/** What the module needs from outside. */
export interface AdminParts {
  program: Program
  /** Where people reach the program; null where nobody has said it. */
  origin: string | null
}
