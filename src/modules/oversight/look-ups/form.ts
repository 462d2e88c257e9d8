import { z } from 'zod'

export const spans = ['7', '28', '90'] as const

/** How many days the rules look back. */
export const spanForm = z.object({ days: z.enum(spans, 'Choose how many days').default('28') })

const verdicts = ['explained', 'passed on'] as const

/** The answer to a finding. */
export const answerForm = z.object({
  verdict: z.enum(verdicts, 'Choose whether they are explained'),
  reason: z
    .string('Enter what explains them, or why you pass them on')
    .trim()
    .min(10, 'Enter 10 characters or more')
    .max(1000, 'Enter 1,000 characters or fewer'),
  /** The latest look-up that was on the page: a later one is not answered for unseen. */
  seen: z.iso.datetime('Open this page again from the list'),
})
