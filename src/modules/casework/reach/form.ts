import { z } from 'zod'

/** A page that only asks whether to go on. */
export const confirmForm = z.object({})
