import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** A second factor was just shown in this session. */
export async function prove(tx: Writer, key: ProgramKey, sessionId: string): Promise<void> {
  const it = await said(tx, key, 'proof', sessionId)
  await sql`select access.prove(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}
