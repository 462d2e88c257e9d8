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
  /** Whether a code is needed as well, which another person than who has the address hands over. */
  byCode: boolean
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
      'i.by_code as byCode',
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
  by_code: boolean
}

const invitationsBy = (token: TokenHash) => sql<InvitationRow>`access.invitation_of(${token})`

/** What an invitation is taken up with. */
export interface Acceptance {
  token: TokenHash
  hash: string
  /** Secret of the one-time codes, sealed for the account, and the step of the code that was shown. */
  secret: Buffer
  step: number
  /** Digest of the code that was handed over; null where none is needed. */
  handed: Buffer | null
}

/** Taken up by this account; or the code is not the one, which is counted; or it holds no more. */
export type Accepted = { is: 'done'; userId: string } | { is: 'wrong code' } | { is: 'over' }

/** Takes an invitation up, once. */
export async function acceptInvitation(
  tx: Writer,
  key: ProgramKey,
  { token, hash, secret, step, handed }: Acceptance,
): Promise<Accepted> {
  const digest = hex(handed ?? '')
  const it = await said(tx, key, 'accept', hex(token), hex(hash), hex(secret), step, digest)
  const { rows } = await sql<{ outcome: Accepted['is']; invited: string | null }>`
    select outcome, invited from access.accept_invitation(${it.key}, ${it.message}, ${it.tag})`.execute(
    tx,
  )
  const [row] = rows
  if (row?.outcome === 'done') return { is: 'done', userId: row.invited ?? '' }
  return { is: row?.outcome ?? 'over' }
}

/** Lets an invitation be taken up through the identity provider for ten minutes, by its code. */
export async function openToProvider(
  tx: Writer,
  key: ProgramKey,
  { token, handed }: { token: TokenHash; handed: Buffer },
): Promise<Accepted['is']> {
  const it = await said(tx, key, 'to provider', hex(token), hex(handed))
  const { rows } = await sql<{ outcome: Accepted['is'] }>`
    select access.open_to_provider(${it.key}, ${it.message}, ${it.tag}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'over'
}
