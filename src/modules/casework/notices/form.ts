import { z } from 'zod'

/** Which notice was seen, or all of them. */
export const seenForm = z.object({
  notice: z.union([z.literal('all'), z.uuid()], 'Open this page again'),
})
