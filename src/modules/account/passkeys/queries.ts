import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** A passkey as its holder sees it. */
export interface OwnPasskey {
  id: string
  name: string
  /** ISO, UTC. */
  createdAt: string
  lastUsedAt: string | null
}

export const ownPasskeys = (tx: Reader): Promise<OwnPasskey[]> =>
  tx
    .selectFrom('access.passkey')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Removes a passkey of whoever acts; false when there is none such. */
export async function removeOwnPasskey(tx: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('access.passkey')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What checks the answer of a passkey. */
export interface PasskeyFacts {
  id: string
  userId: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

/** The passkey with this credential id; null when there is none of an open account. */
export async function passkeyFacts(
  tx: Reader,
  key: ProgramKey,
  credential: Uint8Array,
): Promise<PasskeyFacts | null> {
  const it = await said(tx, key, 'passkey', hex(credential))
  const found = await tx
    .selectFrom(factsBy(it.key, it.message, it.tag).as('k'))
    .select([
      'k.id',
      'k.user_id as userId',
      'k.public_key as publicKey',
      'k.counter',
      'k.transports',
    ])
    .executeTakeFirst()
  return found === undefined ? null : { ...found, counter: Number(found.counter) }
}

interface FactsRow {
  id: string
  user_id: string
  public_key: Buffer
  counter: string
  transports: string[]
}

const factsBy = (key: string, message: string, tag: Buffer) =>
  sql<FactsRow>`access.passkey_facts(${key}, ${message}, ${tag})`

/** Credentials of somebody, for the options that a browser is given. */
export async function credentialsOf(
  tx: Reader,
  key: ProgramKey,
  userId: string,
): Promise<{ id: Buffer; transports: string[] }[]> {
  const it = await said(tx, key, 'passkeys of', userId)
  return tx
    .selectFrom(credentialsBy(it.key, it.message, it.tag).as('k'))
    .select(['k.credential_id as id', 'k.transports'])
    .execute()
}

const credentialsBy = (key: string, message: string, tag: Buffer) =>
  sql<{
    credential_id: Buffer
    transports: string[]
  }>`access.passkeys_of(${key}, ${message}, ${tag})`

/** Uses a challenge up for this passkey; false when it was used before, or the counter fell back. */
export async function usePasskey(
  tx: Writer,
  key: ProgramKey,
  { id, counter, challenge }: { id: string; counter: number; challenge: Buffer },
): Promise<boolean> {
  const it = await said(tx, key, 'used passkey', id, counter, hex(challenge))
  const { rows } = await sql<{ used: boolean }>`
    select access.use_passkey(${it.key}, ${it.message}, ${it.tag}) as used`.execute(tx)
  return rows[0]?.used ?? false
}

/** A passkey as the device made it. */
export interface NewPasskey {
  userId: string
  credential: Uint8Array
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
  name: string
  challenge: Buffer
}

/** Adds a passkey; false when it is known already or the challenge was used before. */
export async function addPasskey(tx: Writer, key: ProgramKey, made: NewPasskey): Promise<boolean> {
  const { userId, credential, publicKey, counter, transports, name, challenge } = made
  const device = [hex(credential), hex(publicKey), counter, transports.join(',')] as const
  const it = await said(tx, key, 'new passkey', userId, ...device, hex(name), hex(challenge))
  const { rows } = await sql<{ added: boolean }>`
    select access.add_passkey(${it.key}, ${it.message}, ${it.tag}) as added`.execute(tx)
  return rows[0]?.added ?? false
}
