import { z } from 'zod'
import { casesForm } from '../../cases/form.ts'
import { purposes } from '../export.ts'

/** Which cases; what the list of cases is asked fits too, and its "anybody" are the ordinary ones. */
export const exportFilter = casesForm
  .pick({ name: true, exact: true, state: true, type: true, team: true, own: true })
  .extend({
    sensitivity: z
      .enum(['', 'ordinary', 'restricted'], 'Choose ordinary or restricted cases')
      .default('')
      .transform(value => (value === 'restricted' ? value : 'ordinary')),
  })

/** Which cases, what for and why. */
export const exportForm = exportFilter.extend({
  purpose: z.enum(purposes, 'Choose what the file is for'),
  why: z
    .string('Say why, in 20 characters or more')
    .trim()
    .min(20, 'Say why, in 20 characters or more')
    .max(500, 'Enter 500 characters or fewer'),
})

export type ExportForm = z.infer<typeof exportForm>
