import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { ShareForm } from './form.ts'

export interface Agency {
  id: string
  name: string
}

/** Agencies of the partnership with which a case can be shared, the case's own among them. */
export const agencies = (tx: Reader): Promise<Agency[]> =>
  tx
    .selectFrom('access.agency')
    .where('stopped_at', 'is', null)
    .select(['id', 'name'])
    .orderBy('name')
    .execute()

export type Shared =
  'done' | 'absent' | 'sealed' | 'named people only' | 'no such recipient' | 'too long'

/** Lets an agency or one person read a case for some days from now. */
export async function shareCase(
  tx: Writer,
  caseId: string,
  { to, days, basis, why }: ShareForm,
): Promise<Shared> {
  const { kind, id } = recipientOf(to)
  const { rows } = await sql<{ outcome: Shared }>`
    select casework.share_case(${caseId}, ${kind === 'person' ? id : null}, ${kind === 'agency' ? id : null},
      now() + make_interval(days => ${days}), ${basis}, ${why}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}

/** From now on nobody sees the case through this share; false when it is not theirs to end. */
export async function endShare(tx: Writer, shareId: string): Promise<boolean> {
  const { rows } = await sql<{ outcome: 'done' | 'absent' }>`
    select casework.end_share(${shareId}) as outcome`.execute(tx)
  return rows[0]?.outcome === 'done'
}

/** "person 1f…" or "agency 1f…", as the form sends it. */
export function recipientOf(to: string): { kind: string; id: string } {
  const [kind = '', id = ''] = to.split(' ')
  return { kind, id }
}
