import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { signedBy, type ProgramKey, type Signed } from '../../../platform/sessions/program-key.ts'

/** Seconds since 1970, by the clock of the database, which is the same for every machine that serves. */
export async function epochNow(tx: Reader): Promise<number> {
  const row = await tx
    .selectNoFrom(sql<number>`floor(extract(epoch from clock_timestamp()))::integer`.as('now'))
    .executeTakeFirstOrThrow()
  return row.now
}

/** A message of the program to the functions of migration 0008: it holds for a minute. */
export const said = async (
  tx: Reader,
  key: ProgramKey,
  ...parts: [purpose: string, ...fields: (string | number)[]]
): Promise<Signed> => signedBy(key, ...parts, await epochNow(tx))

/** A text or bytes as a field of such a message, so that no field can hold a bar. */
export const hex = (value: string | Uint8Array): string => Buffer.from(value).toString('hex')
