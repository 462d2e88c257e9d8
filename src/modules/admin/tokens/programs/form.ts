import { z } from 'zod'

/** A new program. */
export const programForm = z.object({
  name: z
    .string('Enter the name of the program')
    .trim()
    .min(1, 'Enter the name of the program')
    .max(100, 'Enter 100 characters or fewer'),
  team: z.uuid('Choose a team'),
})
