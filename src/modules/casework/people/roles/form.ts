import { z } from 'zod'
import { optionalDayField, sourceField } from '../../../people/index.ts'

/** What may be changed of somebody's role on a case: when it ended, and its source. */
export const roleForm = z.object({
  until: optionalDayField('Enter the last day like 23 11 2026, or leave it empty'),
  source: sourceField,
})

export type RoleForm = z.infer<typeof roleForm>

/** What is wrong with the day on which a role ended, in a sentence; null where nothing is. */
export function wrongEnd(
  until: string | null,
  { from, today }: { from: string; today: string },
): string | null {
  if (until === null) return null
  if (until < from) return 'Enter a last day that is not before the first'
  return until > today ? 'Enter a day that is not in the future' : null
}
