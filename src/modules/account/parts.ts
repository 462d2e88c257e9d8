import type { Program } from '../../platform/sessions/begin.ts'
import type { ProviderSettings } from './identity-provider/settings.ts'
import type { Doing } from './work/page.tsx'
import type { Persona } from './demonstration/persona.ts'

/** What the module needs from outside. */
export interface AccountParts {
  program: Program
  /**
   * Where people reach the program, such as `https://turnstone.ardenshire.example`. Passkeys and the
   * identity provider hold for this place alone; null where nobody has said it.
   */
  origin: string | null
  /** By which people of an organisation sign in; null where there is none. */
  provider?: ProviderSettings | null
  /** Whom a visitor of the demonstration may sign in as; nobody in real mode. */
  personas?: readonly Persona[]
  /** What these roles may do, in words. */
  mayDo?: (roles: readonly string[]) => readonly Doing[]
}
