import { sql } from 'kysely'
import type { TokenHash } from '../../access/token.ts'
import type { Reader, Writer } from '../../db/door.ts'
import type { Entered } from './shown.ts'

/** A form that has had its effect. */
export interface Receipt {
  digest: Buffer
  location: string
}

/**
 * What the form with this key led to when it was sent before; null when this is the first time. Until
 * the transaction ends, nobody else can ask: two copies that arrive at once go one after the other.
 */
export async function receiptOf(
  tx: Writer,
  { userId, key }: { userId: string; key: string },
): Promise<Receipt | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`form ${userId} ${key}`}, 0))`.execute(
    tx,
  )
  const found = await tx
    .selectFrom('platform.form_receipt')
    .select(['digest', 'location'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst()
  return found ?? null
}

export async function writeReceipt(
  tx: Writer,
  receipt: Receipt & { userId: string; key: string },
): Promise<void> {
  const { userId, ...rest } = receipt
  await tx
    .insertInto('platform.form_receipt')
    .values({ user_id: userId, ...rest })
    .execute()
}

export interface Draft {
  fields: Entered
  savedAt: string
}

/** What this person typed into the form at this place and has not saved. */
export async function draftAt(tx: Reader, userId: string, place: string): Promise<Draft | null> {
  const found = await tx
    .selectFrom('platform.draft')
    .select(['fields', 'saved_at as savedAt'])
    .where('user_id', '=', userId)
    .where('place', '=', place)
    .executeTakeFirst()
  return found === undefined ? null : { ...found, fields: found.fields as Entered }
}

export async function keepDraft(
  tx: Writer,
  draft: { userId: string; place: string; fields: Entered },
): Promise<void> {
  const fields = JSON.stringify(draft.fields)
  await tx
    .insertInto('platform.draft')
    .values({ user_id: draft.userId, place: draft.place, fields })
    .onConflict(on =>
      on.columns(['user_id', 'place']).doUpdateSet({ fields, saved_at: sql`now()` }),
    )
    .execute()
}

export async function dropDraft(tx: Writer, userId: string, place: string): Promise<void> {
  await tx
    .deleteFrom('platform.draft')
    .where('user_id', '=', userId)
    .where('place', '=', place)
    .execute()
}

/** Keeps what came with the token of a session that has run out, for whoever held it. */
export async function keepForEndedSession(
  tx: Writer,
  draft: { token: TokenHash; place: string; fields: Entered },
): Promise<boolean> {
  const { token, place, fields } = draft
  const { rows } = await sql<{ kept: boolean }>`
    select platform.keep_for_ended_session(${token}, ${place}, ${JSON.stringify(fields)}::jsonb) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? false
}
