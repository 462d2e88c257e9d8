import { sql } from 'kysely'
import { newToken, tokenHash, type Token } from '../../../platform/access/token.ts'
import { append } from '../../../platform/audit/queries.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { Broken } from '../../../platform/log/broken.ts'
import { agencyFor } from './agency/queries.ts'
import { missing, nameParts, type Invited, type Missing, type Wish } from './wish.ts'

/** Days for which an invitation holds. */
const holds = 7

/**
 * Invites somebody, as the owner of the database: makes the account where there is none, ends earlier
 * invitations of the same account, and answers the token of the new one. For whoever has an account it
 * is the way back in when password and device are lost; what was there holds until it is taken up. No
 * second person is asked: whoever runs the server is past what the program can keep.
 */
export async function invite(tx: Writer, wish: Wish, request: string): Promise<Invited<Token>> {
  const userId = (await accountOf(tx, wish.email)) ?? (await newAccount(tx, wish))
  if (typeof userId !== 'string') return userId
  const token = newToken()
  await endEarlier(tx, userId)
  await keep(tx, userId, token)
  await append(tx, {
    class: 'alteration',
    verb: 'account.invite',
    outcome: 'done',
    request,
    subjects: [userId],
  })
  return { is: 'invited', token }
}

async function accountOf(tx: Writer, email: string): Promise<string | null> {
  const found = await tx
    .selectFrom('access.user_contact')
    .select('user_id as userId')
    .where('email', '=', email)
    .executeTakeFirst()
  return found?.userId ?? null
}

async function newAccount(tx: Writer, wish: Wish): Promise<string | Missing> {
  const name = nameParts(wish.name ?? '')
  if (name === null) return missing('Give the name of the person: --name "Given Family"')
  const agency = await agencyFor(tx, wish)
  if (typeof agency !== 'string') return agency
  const { id } = await tx
    .insertInto('access.user_account')
    .values({ agency_id: agency, given_name: name.givenName, family_name: name.familyName })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('access.user_contact').values({ user_id: id, email: wish.email }).execute()
  await tx
    .insertInto('access.posting')
    .values({ user_id: id, team_id: await administration(tx, agency), role: wish.role })
    .execute()
  return id
}

/** The team of the agency in which invited people begin; postings to others follow. */
async function administration(tx: Writer, agencyId: string): Promise<string> {
  const { id } = await tx
    .insertInto('access.team')
    .values({ agency_id: agencyId, name: 'Administration' })
    .onConflict(on => on.columns(['agency_id', 'name']).doUpdateSet({ name: 'Administration' }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function endEarlier(tx: Writer, userId: string): Promise<void> {
  await sql`select access.end_invitations(${userId})`.execute(tx)
}

async function keep(tx: Writer, userId: string, token: Token): Promise<void> {
  const digest = tokenHash(token)
  if (digest === null) throw new Broken('UNEXPECTED')
  await tx
    .insertInto('access.invitation')
    .values({
      token_hash: digest,
      user_id: userId,
      ends_at: sql<string>`now() + make_interval(days => ${holds})`,
    })
    .execute()
}
