import { z } from 'zod'

const day = 'Enter the last day, like 2027-03-31, or leave it empty'

/** A new posting. */
export const postingForm = z.object({
  team: z.uuid('Choose a team'),
  role: z.string('Choose a role').regex(/^[a-z]+(-[a-z]+)*$/, 'Choose a role'),
  reach: z.enum(['team', 'area'], 'Choose which cases it reaches').default('team'),
  until: z.union([z.literal(''), z.iso.date(day)], day).default(''),
})
