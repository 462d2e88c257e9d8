import { z } from 'zod'

/** Why somebody may break the glass again. */
export const liftForm = z.object({
  why: z
    .string('Enter why they may break the glass again')
    .trim()
    .min(10, 'Enter 10 characters or more')
    .max(500, 'Enter 500 characters or fewer'),
})
