import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** What recognises somebody by password and code. */
export interface SignInFacts {
  userId: string
  /** Password as it is kept; null when there is none. */
  hash: string | null
  /** Sealed for `code|<user>`; null when there is none. */
  secret: Buffer | null
}

/** The facts of whoever has this e-mail address; null when nobody has who may sign in. */
export async function signInFacts(
  tx: Reader,
  key: ProgramKey,
  email: string,
): Promise<SignInFacts | null> {
  const it = await said(tx, key, 'facts', hex(email))
  const found = await tx
    .selectFrom(factsBy(it.key, it.message, it.tag).as('f'))
    .select(['f.user_id as userId', 'f.hash', 'f.secret'])
    .executeTakeFirst()
  return found ?? null
}

interface FactsRow {
  user_id: string
  hash: string | null
  secret: Buffer | null
}

const factsBy = (key: string, message: string, tag: Buffer) =>
  sql<FactsRow>`access.sign_in_facts(${key}, ${message}, ${tag})`

/** What tries are counted for: digests that only the program can make. */
export interface Buckets {
  account: Buffer
  address: Buffer
}

/** Seconds until another try is allowed; 0 when this one is, and it is counted as failed. */
export async function beginTry(tx: Writer, key: ProgramKey, of: Buckets): Promise<number> {
  const it = await said(tx, key, 'try', hex(of.account), hex(of.address))
  const { rows } = await sql<{ wait: number }>`
    select access.begin_try(${it.key}, ${it.message}, ${it.tag}) as wait`.execute(tx)
  return rows[0]?.wait ?? 0
}

/** The try was good: it counts as failed no longer. */
export async function goodTry(tx: Writer, key: ProgramKey, of: Buckets): Promise<void> {
  const it = await said(tx, key, 'good', hex(of.account), hex(of.address))
  await sql`select access.good_try(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}
