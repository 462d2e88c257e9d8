import { z } from 'zod'
import { caseTypes, sensitivities } from './case.ts'
import { readLast } from './listing/last.ts'
import { sorts } from './listing/sorts.ts'

/** What may be asked of the list of cases; every field may be left out. */
export const casesForm = z.object({
  name: z
    .string('Enter one name or reference')
    .trim()
    .max(100, 'Enter 100 characters or fewer')
    .default(''),
  exact: z.enum(['', 'yes'], 'Choose whether the name is whole').default(''),
  state: z
    .enum(['open', 'closed', 'all'], 'Choose open or closed cases from the list')
    .default('open'),
  type: z.enum(['', ...caseTypes], 'Choose a type from the list').default(''),
  team: z.literal('').or(z.uuid('Choose a team from the list')).default(''),
  own: z.enum(['', 'yes'], 'Choose whose cases from the list').default(''),
  sensitivity: z.enum(['', ...sensitivities], 'Choose a sensitivity from the list').default(''),
  sort: z.enum(sorts, 'Choose an order from the list').default('newest'),
  after: z
    .string('Start again from the first page of the list')
    .refine(
      text => text === '' || readLast(text) !== null,
      'Start again from the first page of the list',
    )
    .default(''),
})

export type CasesForm = z.infer<typeof casesForm>
