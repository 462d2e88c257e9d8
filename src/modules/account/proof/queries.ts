import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../program-says/queries.ts'

/** A second factor was just shown in this session. */
export async function prove(tx: Writer, key: ProgramKey, sessionId: string): Promise<void> {
  const it = await said(tx, key, 'proof', sessionId)
  await sql`select access.prove(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}

/** Whether a second factor that was shown at this time (ISO) still counts as just shown. */
export async function isFresh(tx: Reader, provenAt: string | null): Promise<boolean> {
  const found = await tx
    .selectFrom('platform.setting')
    .select(
      sql<boolean>`coalesce(${provenAt}::timestamptz > clock_timestamp() - make_interval(mins => value), false)`.as(
        'fresh',
      ),
    )
    .where('name', '=', 'proof-lasts')
    .executeTakeFirst()
  return found?.fresh ?? false
}
