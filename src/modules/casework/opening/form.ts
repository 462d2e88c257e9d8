import { z } from 'zod'
import { dayField } from '../../people/index.ts'
import { caseTypes } from '../cases/case.ts'

/** What is asked when a case is opened. */
export const newCaseForm = z.object({
  type: z.enum(caseTypes, 'Choose what the case is about'),
  summary: z
    .string('Enter one line that says what the case is')
    .trim()
    .min(1, 'Enter one line that says what the case is')
    .max(200, 'Enter 200 characters or fewer')
    .regex(/^[^\n]*$/, 'Enter one line, without line breaks'),
  team: z.uuid('Choose a team'),
  opened: dayField('Enter the day on which the case was opened, like 23 11 2026'),
})
