import type { Program } from '../../platform/sessions/begin.ts'

/** What the module needs from outside. */
export interface AdminParts {
  program: Program
  /** Where people reach the program; null where nobody has said it. */
  origin: string | null
  /** Whether giving access needs a second factor shown just now; not in the demonstration, where nobody has one. */
  asksProof: boolean
}
