import { sql } from 'kysely'
import type { Reader } from '../../../../platform/db/door.ts'

/** How many cases somebody took out in files within the last 24 hours; of oneself alone it tells all. */
export async function takenToday(tx: Reader, userId: string): Promise<number> {
  const found = await tx
    .selectFrom('casework.export_download as d')
    .where('d.taken_by', '=', userId)
    .where(sql<boolean>`d.taken_at > clock_timestamp() - interval '24 hours'`)
    .select(sql<number>`coalesce(sum(d.cases), 0)::integer`.as('cases'))
    .executeTakeFirst()
  return found?.cases ?? 0
}
