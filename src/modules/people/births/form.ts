import { z } from 'zod'
import { sexes } from '../persons/person.ts'
import { optionalLineField } from '../persons/text-field.ts'
import { birthField } from './birth-field.ts'

/** When somebody was born, as exactly as it is known, and the sex. */
export const birthForm = z
  .object({
    born: birthField,
    bornSource: optionalLineField(200),
    sex: z.enum(sexes, 'Choose the sex from the list'),
  })
  .refine(({ born, bornSource }) => born.precision === 'unknown' || bornSource !== '', {
    path: ['bornSource'],
    message: 'Enter where the birth is known from',
  })

export type BirthForm = z.infer<typeof birthForm>
