import { z } from 'zod'

/** What allows one agency to tell another. */
export const legalBases = [
  'Children Act 1989 section 47',
  'Children Act 1989 section 17',
  'Children Act 2004 section 10',
  'Crime and Disorder Act 1998 section 115',
  'consent',
] as const

const days = 'Enter a number of days from 1 to 90'

/** With whom a case is shared, for how long and why. */
export const shareForm = z.object({
  to: z
    .string('Choose with whom to share')
    .regex(
      /^(agency|person) [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'Choose with whom to share',
    ),
  days: z
    .string(days)
    .trim()
    .regex(/^([1-9]|[1-8]\d|90)$/, days)
    .transform(Number),
  basis: z.enum(legalBases, 'Choose what allows it'),
  why: z
    .string('Say why, in 10 characters or more')
    .trim()
    .min(10, 'Say why, in 10 characters or more')
    .max(500, 'Enter 500 characters or fewer'),
})

export type ShareForm = z.infer<typeof shareForm>
