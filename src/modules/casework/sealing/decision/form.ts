import { z } from 'zod'

/** The second person's word on one very request. */
export const decisionForm = z.object({
  request: z.uuid('Open this page again'),
  decision: z.enum(['agree', 'refuse'], 'Choose whether you agree'),
})
