import type { Reader } from '../../../platform/db/door.ts'

/** The postcode of whoever acts; null where none is on record. */
export async function ownPostcode(tx: Reader, userId: string): Promise<string | null> {
  const found = await tx
    .selectFrom('access.user_contact')
    .select('home_postcode as postcode')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return found?.postcode ?? null
}
