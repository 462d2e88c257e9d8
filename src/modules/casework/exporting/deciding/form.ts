import { z } from 'zod'

/** The second person's word; whoever declines says why. */
export const decisionForm = z
  .object({
    decision: z.enum(['agree', 'decline'], 'Choose whether you agree'),
    reason: z.string().trim().max(500, 'Enter 500 characters or fewer').default(''),
  })
  .refine(({ decision, reason }) => reason.length >= (decision === 'decline' ? 10 : 0), {
    path: ['reason'],
    error: 'Say why you decline, in 10 characters or more',
  })
  .refine(({ reason }) => reason === '' || reason.length >= 10, {
    path: ['reason'],
    error: 'Enter 10 characters or more, or nothing',
  })
