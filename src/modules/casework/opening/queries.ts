import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Writer } from '../../../platform/db/door.ts'
import { addCase, ownTeams } from '../cases/queries.ts'
import type { newCaseForm } from './form.ts'

/** What became of a case that somebody opens. */
export type Opened =
  | { is: 'opened'; id: string; reference: string }
  | { is: 'wrong'; errors: { field: string; sentence: string }[] }

/** Opens a case in a team of one's own. */
export async function openCase(
  tx: Writer,
  value: z.infer<typeof newCaseForm>,
  { userId, today }: { userId: string; today: Temporal.PlainDate },
): Promise<Opened> {
  const teams = await ownTeams(tx, userId)
  if (!teams.some(({ id }) => id === value.team)) return wrong('team', 'Choose one of your teams')
  if (value.opened > today.toString())
    return wrong('opened', 'Enter a day that is not in the future')
  const id = randomUUID()
  const reference = await addCase(tx, {
    id,
    teamId: value.team,
    ownerId: userId,
    type: value.type,
    summary: value.summary,
    openedOn: value.opened,
  })
  return { is: 'opened', id, reference }
}

const wrong = (field: string, sentence: string): Opened => ({
  is: 'wrong',
  errors: [{ field, sentence }],
})
