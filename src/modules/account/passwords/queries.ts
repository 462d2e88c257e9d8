import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** Sets the password of an account. */
export async function setPassword(
  tx: Writer,
  key: ProgramKey,
  { userId, hash }: { userId: string; hash: string },
): Promise<void> {
  const it = await said(tx, key, 'password', userId, hex(hash))
  await sql`select access.set_password(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}

/** Keeps the same password with the parameters of today, unless it was changed meanwhile. */
export async function rehash(
  tx: Writer,
  key: ProgramKey,
  { userId, before, after }: { userId: string; before: string; after: string },
): Promise<boolean> {
  const it = await said(tx, key, 'rehash', userId, hex(before), hex(after))
  const { rows } = await sql<{ done: boolean }>`
    select access.rehash(${it.key}, ${it.message}, ${it.tag}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** When whoever acts last changed the password; null when there is none. */
export async function ownPasswordSince(tx: Reader): Promise<string | null> {
  const found = await tx
    .selectFrom('access.password')
    .select('changed_at as changedAt')
    .executeTakeFirst()
  return found?.changedAt ?? null
}
