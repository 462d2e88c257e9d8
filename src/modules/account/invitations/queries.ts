import { sql } from 'kysely'
import type { TokenHash } from '../../../platform/access/token.ts'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { hex, type ProgramKey } from '../../../platform/sessions/program-key.ts'
import { said } from '../../../platform/sessions/queries.ts'

/** Whom an address invites. */
export interface Invitation {
  userId: string
  givenName: string
  familyName: string
  email: string
  agency: string
}

/** Whom this token invites; null when it invites nobody, or nobody any more. */
export async function invitationOf(tx: Reader, token: TokenHash): Promise<Invitation | null> {
  const found = await tx
    .selectFrom(invitationsBy(token).as('i'))
    .select([
      'i.user_id as userId',
      'i.given_name as givenName',
      'i.family_name as familyName',
      'i.email',
      'i.agency',
    ])
    .executeTakeFirst()
  return found ?? null
}

interface InvitationRow {
  user_id: string
  given_name: string
  family_name: string
  email: string
  agency: string
}

const invitationsBy = (token: TokenHash) => sql<InvitationRow>`access.invitation_of(${token})`

/** What an invitation is taken up with. */
export interface Acceptance {
  token: TokenHash
  hash: string
  /** Secret of the one-time codes, sealed for the account, and the step of the code that was shown. */
  secret: Buffer
  step: number
}

/** Takes an invitation up, once; the account, or null when the invitation holds no more. */
export async function acceptInvitation(
  tx: Writer,
  key: ProgramKey,
  { token, hash, secret, step }: Acceptance,
): Promise<string | null> {
  const it = await said(tx, key, 'accept', hex(token), hex(hash), hex(secret), step)
  const { rows } = await sql<{ id: string | null }>`
    select access.accept_invitation(${it.key}, ${it.message}, ${it.tag}) as id`.execute(tx)
  return rows[0]?.id ?? null
}
