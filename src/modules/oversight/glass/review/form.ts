import { z } from 'zod'

/** What a review says. */
export const reviewForm = z.object({
  finding: z.enum(['justified', 'not justified'], 'Choose whether it was justified'),
  review: z
    .string('Enter what you found')
    .trim()
    .min(10, 'Enter 10 characters or more')
    .max(1000, 'Enter 1,000 characters or fewer'),
})
