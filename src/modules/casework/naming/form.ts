import { z } from 'zod'

/** Whom to name, of those whom the finder found. */
export const namingForm = z.object({
  colleague: z.uuid('Find a colleague and choose one from the list'),
})
