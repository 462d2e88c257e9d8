import { z } from 'zod'

/** The first code of a new secret. Spaces, as apps show them in the middle, do no harm. */
export const firstCodeField = z
  .string('Enter the code that the app shows')
  .transform(code => code.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the 6 digits that the app shows'))

export const firstCodeForm = z.object({ _code: firstCodeField })

/** What is said of six digits that are not those of the offered secret. */
export const otherCode = {
  field: '_code',
  sentence: 'That is not the code that the app should show. Wait for the next one and try again.',
}
