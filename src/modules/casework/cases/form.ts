import { z } from 'zod'
import { caseTypes } from './case.ts'

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
  after: z
    .string()
    .regex(
      /^(\d{4}-\d\d-\d\d_TS-[0-9A-Z]{4}-[0-9A-Z]{4})?$/,
      'Start again from the first page of the list',
    )
    .default(''),
})

export type CasesForm = z.infer<typeof casesForm>
