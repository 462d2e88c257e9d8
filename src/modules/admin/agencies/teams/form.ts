import { z } from 'zod'

/** A new team. */
export const teamForm = z.object({
  name: z
    .string('Enter the name of the team')
    .trim()
    .min(1, 'Enter the name of the team')
    .max(100, 'Enter 100 characters or fewer'),
})
