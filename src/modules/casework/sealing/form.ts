import { z } from 'zod'

/** What a second supervisor is asked to agree to, and why. */
export const sealForm = z.object({
  wanted: z.enum(['sealed', 'restricted', 'ordinary'], 'Choose what the case is to be'),
  why: z
    .string('Say why, in 10 characters or more')
    .trim()
    .min(10, 'Say why, in 10 characters or more')
    .max(500, 'Enter 500 characters or fewer'),
})
