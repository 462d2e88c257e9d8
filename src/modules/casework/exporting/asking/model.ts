import type { EntryFacts } from '../../../../platform/audit/entry.ts'
import type { FieldError } from '../../../../platform/web/form.ts'
import type { Team } from '../../team/queries.ts'
import type { ExportAsked } from '../export.ts'
import type { ExportRules } from '../queries.ts'

/** What somebody is shown before they ask for a file. */
export interface AskModel {
  asked: ExportAsked
  /** What is wrong with the filter. */
  errors: readonly FieldError[]
  /** How many cases fit now; one more than a file holds where there are more. */
  fits: number
  teams: readonly Team[]
  rules: ExportRules
  /** Who could agree. */
  others: readonly string[]
  /** What the audit entry says of the search. */
  facts: Pick<EntryFacts, 'codes' | 'sought'>
}
