import { z } from 'zod'
import { lifetimes } from '../program.ts'

/** How long a new token lasts, in days. */
export const tokenForm = z.object({
  days: z.enum(lifetimes, 'Choose how long the token lasts').transform(Number),
})
