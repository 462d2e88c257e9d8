import type { FieldError } from '../form.ts'

/** What stands in the fields of a form, as text; lists for fields with several values. */
export type Entered = Readonly<Record<string, string | readonly string[]>>

/** What a page needs to show its form: as it begins, with a draft, or again after something was wrong. */
export interface Shown {
  entered: Entered
  errors: readonly FieldError[]
  /** Fields that the form carries unseen. */
  hidden: Readonly<Record<string, string>>
  /** When the words that are shown were kept as a draft; null when they are not a draft. */
  draftOf: string | null
  /** Somebody else saved meanwhile: what is on record now. */
  theirs: Entered | null
}

/** The text of a field, for a component's `value`. */
export function textOf({ entered }: Pick<Shown, 'entered'>, field: string): string {
  const value = entered[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The sentence at a field, for a component's `errorMessage`. */
export const errorAt = ({ errors }: Pick<Shown, 'errors'>, field: string): string | undefined =>
  errors.find(error => error.field === field)?.sentence

/** What a component needs for one field: name, value, and the sentence where it is wrong. */
export function fieldOf(shown: Shown, field: string) {
  const sentence = errorAt(shown, field)
  return {
    id: field,
    name: field,
    value: textOf(shown, field),
    ...(sentence === undefined ? {} : { errorMessage: { text: sentence } }),
  }
}
