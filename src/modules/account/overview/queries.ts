import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'

/** A live session of whoever acts. */
export interface OwnSession {
  id: string
  means: string
  /** ISO, UTC. */
  beganAt: string
  seenAt: string
  /** Whether it is the one that asks. */
  isThis: boolean
}

export async function ownSessions(tx: Reader): Promise<OwnSession[]> {
  return tx
    .selectFrom(sessions.as('s'))
    .select([
      's.id',
      's.means',
      's.began_at as beganAt',
      's.seen_at as seenAt',
      sql<boolean>`s.id = access.session_id()`.as('isThis'),
    ])
    .execute()
}

interface SessionRow {
  id: string
  means: string
  began_at: string
  seen_at: string
}

const sessions = sql<SessionRow>`access.own_sessions()`

/** The email address of whoever acts; null where there is none. */
export async function ownEmail(tx: Reader): Promise<string | null> {
  const found = await tx
    .selectFrom('access.user_contact')
    .select('email')
    .where('user_id', '=', sql<string>`access.user_id()`)
    .executeTakeFirst()
  return found?.email ?? null
}

/** Issuers of the identities that are linked to whoever acts. */
export async function ownIssuers(tx: Reader): Promise<string[]> {
  const found = await tx
    .selectFrom('access.federated_identity')
    .select('issuer')
    .orderBy('issuer')
    .execute()
  return found.map(({ issuer }) => issuer)
}
