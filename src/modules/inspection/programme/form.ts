import { z } from 'zod'

/** What may be asked of the programme, and the sentence when it is wrong. Every field may be left out. */
export const programmeForm = z.object({
  name: z
    .string('Enter one name')
    .trim()
    .max(60, 'Enter a name of 60 characters or fewer')
    .default(''),
  region: z.string('Choose one region').trim().max(60, 'Choose a region from the list').default(''),
  found: z
    .enum(['', 'cases', 'areas', 'none'], 'Choose what was published from the list')
    .default(''),
  year: z
    .string('Choose one year')
    .regex(/^(20\d\d)?$/, 'Choose a year from the list')
    .default(''),
  sort: z
    .enum(['name', 'first', 'latest', 'visits'], 'Choose an order from the list')
    .default('name'),
})

export type ProgrammeForm = z.infer<typeof programmeForm>
