import { z } from 'zod'

/** Nothing is typed: sending it is the answer. */
export const confirmForm = z.object({})
