import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** Uses the code of a step up; false when it, or a later one, was used before. */
export async function useCode(
  tx: Writer,
  key: ProgramKey,
  { userId, step }: { userId: string; step: number },
): Promise<boolean> {
  const it = await said(tx, key, 'code', userId, step)
  const { rows } = await sql<{ used: boolean }>`
    select access.use_code(${it.key}, ${it.message}, ${it.tag}) as used`.execute(tx)
  return rows[0]?.used ?? false
}

/** Uses up a recovery code; false when there is none such that is unused. */
export async function useRecoveryCode(
  tx: Writer,
  key: ProgramKey,
  { userId, hash }: { userId: string; hash: Buffer },
): Promise<boolean> {
  const it = await said(tx, key, 'recovery', userId, hex(hash))
  const { rows } = await sql<{ used: boolean }>`
    select access.use_recovery_code(${it.key}, ${it.message}, ${it.tag}) as used`.execute(tx)
  return rows[0]?.used ?? false
}

/** Codes come from this sealed secret from now on; the code of `step` was shown and is used. */
export async function setCode(
  tx: Writer,
  key: ProgramKey,
  { userId, secret, step }: { userId: string; secret: Buffer; step: number },
): Promise<void> {
  const it = await said(tx, key, 'new code', userId, hex(secret), step)
  await sql`select access.set_code(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}

/** These recovery codes hold from now on, and no others. */
export async function setRecoveryCodes(
  tx: Writer,
  key: ProgramKey,
  { userId, hashes }: { userId: string; hashes: readonly Buffer[] },
): Promise<void> {
  const it = await said(tx, key, 'recovery codes', userId, hashes.map(hex).join(','))
  await sql`select access.set_recovery_codes(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}

/** When the codes of whoever acts were set up, and how many recovery codes are left. */
export async function ownCodes(
  tx: Reader,
): Promise<{ confirmedAt: string | null; recoveryLeft: number }> {
  const code = await tx
    .selectFrom('access.one_time_code')
    .select('confirmed_at as confirmedAt')
    .executeTakeFirst()
  const left = await tx
    .selectFrom('access.recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return { confirmedAt: code?.confirmedAt ?? null, recoveryLeft: left?.left ?? 0 }
}
