import { z } from 'zod'

/** Who is kept from what, and why. */
export const blockForm = z.object({
  colleague: z.uuid('Find a colleague and choose one from the list'),
  from: z.union([z.literal('case'), z.uuid()], 'Choose what to block from'),
  why: z
    .string('Say what the conflict of interest is, in 10 characters or more')
    .trim()
    .min(10, 'Say what the conflict of interest is, in 10 characters or more')
    .max(500, 'Enter 500 characters or fewer'),
})
