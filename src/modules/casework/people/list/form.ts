import { z } from 'zod'
import { postcodeField } from '../../../people/index.ts'

/** By what persons may be looked for; every field may be left out. */
export const peopleForm = z.object({
  name: z
    .string('Enter one name')
    .trim()
    .max(100, 'Enter 100 characters or fewer')
    .refine(name => !/^[a-z]$/i.test(name), 'Enter at least 2 letters of the name')
    .default(''),
  exact: z.enum(['', 'yes'], 'Choose whether the name is whole').default(''),
  postcode: postcodeField.default(null),
})

export type PeopleForm = z.infer<typeof peopleForm>
