import { z } from 'zod'

const why = 'Say why you do not agree, in 10 characters or more'

/** The word of the second administrator. */
export const decidingForm = z
  .object({
    decision: z.enum(['agree', 'decline'], 'Choose whether you agree'),
    why: z.string().trim().max(500, 'Enter 500 characters or fewer').default(''),
  })
  .refine(({ decision, why: said }) => decision === 'agree' || said.length >= 10, {
    path: ['why'],
    message: why,
  })
