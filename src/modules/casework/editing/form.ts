import { z } from 'zod'
import type { Case } from '../cases/case.ts'
import { newCaseForm } from '../opening/form.ts'

/** What may be changed of a case. */
export const editCaseForm = newCaseForm
  .omit({ team: true })
  .extend({
    closed: z.union(
      [z.literal(''), z.iso.date()],
      'Enter the day on which it was closed, like 2026-11-23, or leave it empty',
    ),
  })
  .refine(({ opened, closed }) => closed === '' || closed >= opened, {
    path: ['closed'],
    message: 'Enter a day that is not before the case was opened',
  })

export type EditCaseForm = z.infer<typeof editCaseForm>

/** What the fields hold of a case. */
export const fieldsOf = (one: Case) => ({
  type: one.type,
  summary: one.summary,
  opened: one.openedOn,
  closed: one.closedOn ?? '',
})
