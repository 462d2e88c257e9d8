import { z } from 'zod'

const name = (sentence: string) =>
  z.string(sentence).trim().min(1, sentence).max(100, 'Enter 100 characters or fewer')

/** A new account. */
export const newUserForm = z.object({
  agency: z.uuid('Choose an agency'),
  given: name('Enter the given name'),
  family: name('Enter the family name'),
  email: z
    .string('Enter an e-mail address')
    .trim()
    .toLowerCase()
    .max(200, 'Enter 200 characters or fewer')
    .regex(/^[^@\s]+@[^@\s]+$/, 'Enter an e-mail address, like name@agency.example'),
})

export type NewUserForm = z.infer<typeof newUserForm>
