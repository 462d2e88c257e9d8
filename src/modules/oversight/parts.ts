import type { Permissions } from '../../platform/access/permissions.ts'
import type { SoughtWords } from '../../platform/audit/words/sought-words.ts'

/** What the module needs from outside. */
export interface OversightParts {
  /** The permission tables of all modules: what each verb of the log means. */
  tables: () => Permissions
  /** Opens words that were searched; null where this program has no key for them. */
  words: Pick<SoughtWords, 'open'> | null
  /** Whether a file of entries needs a second factor shown just now; not in the demonstration. */
  asksProof: boolean
}
