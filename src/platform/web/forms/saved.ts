import type { PageAnswer } from '../answers.tsx'
import type { FieldError } from '../form.ts'
import type { Entered } from './shown.ts'

/** What became of a form that was sent. */
export type Saved =
  /**
   * Done; the browser goes on to this address. Where something may be shown this once only, a page
   * answers instead, and the form sent again leads to the address.
   */
  | { is: 'saved'; location: string; once?: PageAnswer }
  /** Absent, or not this person's to see or change. */
  | { is: 'absent' }
  /** Refused by a rule that only the records can tell. */
  | { is: 'wrong'; errors: readonly FieldError[] }
  /** Absent or not theirs, told on the form itself; the audit log keeps what was asked. */
  | { is: 'refused'; asked: string; errors: readonly FieldError[] }
  /** Somebody else saved first: what is on record now, and its version. */
  | { is: 'changed meanwhile'; theirs: Entered; version: number }
