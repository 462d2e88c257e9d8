import type { ComponentChildren } from 'preact'
import type { Program } from '../../platform/sessions/begin.ts'

/** What the module needs from outside. */
export interface AccountParts {
  program: Program
  /**
   * Where people reach the program, such as `https://turnstone.ardenshire.example`. Passkeys and the
   * identity provider hold for this place alone; null where nobody has said it.
   */
  origin: string | null
  /** What else the sign-in page offers, such as the personas of the demonstration. */
  more?: (next: string) => ComponentChildren
}
