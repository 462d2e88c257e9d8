import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { NewUserForm } from './form.ts'

export type Added = { is: 'done'; id: string } | { is: 'absent' } | { is: 'known already' }

/** Makes the account of a person, without any posting. */
export async function addUser(
  tx: Writer,
  { agency, given, family, email }: NewUserForm,
): Promise<Added> {
  const { rows } = await sql<{ outcome: Added['is']; made: string }>`
    select outcome, made from access.add_user(${agency}, ${given}, ${family}, ${email})`.execute(tx)
  const [row] = rows
  if (row === undefined) return { is: 'absent' }
  return row.outcome === 'done' ? { is: 'done', id: row.made } : { is: row.outcome }
}
