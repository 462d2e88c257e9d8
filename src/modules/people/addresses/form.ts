import { z } from 'zod'
import { optionalDayField } from '../days/day-field.ts'
import { isInOrder, outOfOrder } from '../days/order.ts'
import { sourceField } from '../persons/text-field.ts'
import { readPostcode } from './postcode.ts'

const wanted = 'Enter a postcode like XZ1 2AB, or leave it empty'

/** A postcode, or null where none was written. */
export const postcodeField = z.string(wanted).transform((text, told) => {
  const code = readPostcode(text)
  if (code === null && text.trim() !== '') told.addIssue({ code: 'custom', message: wanted })
  return code
})

/** Where somebody lives or lived. */
export const addressForm = z
  .object({
    lines: z
      .string('Enter the address')
      .trim()
      .min(1, 'Enter the address')
      .max(300, 'Enter 300 characters or fewer'),
    postcode: postcodeField,
    from: optionalDayField('Enter the first day like 23 11 2026, or leave it empty'),
    until: optionalDayField('Enter the last day like 23 11 2026, or leave it empty'),
    source: sourceField,
  })
  .refine(isInOrder, outOfOrder)

export type AddressForm = z.infer<typeof addressForm>
