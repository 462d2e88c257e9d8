import type { Reader } from '../../../platform/db/door.ts'
import { ownCodes } from '../one-time-codes/queries.ts'
import { ownPasskeys, type OwnPasskey } from '../passkeys/queries.ts'
import { ownPasswordSince } from '../passwords/queries.ts'
import { ownEmail, ownIssuers, ownSessions, type OwnSession } from './queries.ts'

/** What one's own account holds. */
export interface Account {
  email: string | null
  /** When the password was last changed; null when there is none. ISO, UTC. */
  passwordSince: string | null
  codes: { confirmedAt: string | null; recoveryLeft: number }
  passkeys: readonly OwnPasskey[]
  issuers: readonly string[]
  sessions: readonly OwnSession[]
}

/** The account of whoever acts. */
export const readAccount = async (tx: Reader): Promise<Account> => ({
  email: await ownEmail(tx),
  passwordSince: await ownPasswordSince(tx),
  codes: await ownCodes(tx),
  passkeys: await ownPasskeys(tx),
  issuers: await ownIssuers(tx),
  sessions: await ownSessions(tx),
})
