import type { FieldError } from '../../../platform/web/form.ts'

/** The sentence at one field. */
export const wrongAt = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find(error => error.field === field)?.sentence
