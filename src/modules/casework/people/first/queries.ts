import { sql } from 'kysely'
import type { Reader } from '../../../../platform/db/door.ts'
import { firstsShown, type FirstShown } from '../../../people/index.ts'

/** Since when a name was shown first, why, and through which colleague. */
export type FirstBy = FirstShown & { by: string }

/** Which names of somebody were shown first, the latest before the others. */
export async function firstsOf(tx: Reader, personId: string): Promise<FirstBy[]> {
  const firsts = await firstsShown(tx, personId)
  if (firsts.length === 0) return []
  const colleagues = await tx
    .selectFrom('access.user_account')
    .where(
      'id',
      'in',
      firsts.map(({ byId }) => byId),
    )
    .select(['id', sql<string>`given_name || ' ' || family_name`.as('name')])
    .execute()
  const names = new Map(colleagues.map(({ id, name }) => [id, name]))
  return firsts.map(one => ({ ...one, by: names.get(one.byId) ?? 'a colleague' }))
}
