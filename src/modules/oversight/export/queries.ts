import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'

/** Whether a second factor that was shown then still counts as just shown. */
export async function isFreshProof(tx: Reader, provenAt: string | null): Promise<boolean> {
  const found = await tx
    .selectFrom('platform.setting')
    .where('name', '=', 'proof-lasts')
    .select(
      sql<boolean>`coalesce(${provenAt}::timestamptz > clock_timestamp() - make_interval(mins => value), false)`.as(
        'fresh',
      ),
    )
    .executeTakeFirst()
  return found?.fresh ?? false
}
