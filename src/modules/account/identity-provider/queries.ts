import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'
import type { Identity } from './read.ts'

/**
 * The account of somebody whom the provider knows by this name: linked before, or linked now because it
 * is invited under the e-mail address that the provider has verified. `invitation` is the one whose code was
 * shown before the journey, as the digest of its token in hex, or empty. Null when it is neither.
 */
export async function federatedUser(
  tx: Writer,
  key: ProgramKey,
  { issuer, subject, email, invitation }: Identity & { invitation: string },
): Promise<string | null> {
  const who = [hex(issuer), hex(subject), hex(email ?? '')]
  const it = await said(tx, key, 'federated', ...who, invitation)
  const { rows } = await sql<{ id: string | null }>`
    select access.federated_user(${it.key}, ${it.message}, ${it.tag}) as id`.execute(tx)
  return rows[0]?.id ?? null
}
