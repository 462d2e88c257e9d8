import { z } from 'zod'
import { optionalDayField } from '../days/day-field.ts'
import { isInOrder, outOfOrder } from '../days/order.ts'
import { nameKinds } from '../persons/person.ts'
import { optionalLineField, sourceField } from '../persons/text-field.ts'

/** The fields of a name itself. */
export const nameFields = {
  kind: z.enum(nameKinds, 'Choose what kind of name it is'),
  given: optionalLineField(100),
  family: optionalLineField(100),
}

/** Somebody may be known by one name only, and it may be either. */
export const hasName = ({ given, family }: { given: string; family: string }): boolean =>
  given !== '' || family !== ''

/** What a form says where neither is written. */
export const nameMissing = {
  path: ['given'],
  message: 'Enter a given name, a family name or both',
}

/** A name of somebody, with when it was used. */
export const nameForm = z
  .object({
    ...nameFields,
    from: optionalDayField('Enter the first day like 23 11 2026, or leave it empty'),
    until: optionalDayField('Enter the last day like 23 11 2026, or leave it empty'),
    source: sourceField,
  })
  .refine(hasName, nameMissing)
  .refine(isInOrder, outOfOrder)

export type NameForm = z.infer<typeof nameForm>
