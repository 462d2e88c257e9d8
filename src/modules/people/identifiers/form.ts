import { z } from 'zod'
import { lineField, sourceField } from '../persons/text-field.ts'

/** Whose number it is. */
export const identifierKinds = [
  'NHS number',
  'police national computer',
  'local authority',
  'school',
  'other',
] as const

/** A number under which others know somebody. */
export const identifierForm = z.object({
  kind: z.enum(identifierKinds, 'Choose whose number it is'),
  value: lineField('Enter the number', 60),
  source: sourceField,
})

export type IdentifierForm = z.infer<typeof identifierForm>
