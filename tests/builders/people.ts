import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Actor } from '../../src/platform/access/actor.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { newToken, tokenHash, type Token, type TokenHash } from '../../src/platform/access/token.ts'
import type { TestDatabase } from './database.ts'
import { asOwnerOf } from './owner.ts'

/** Somebody with a live session. */
export interface TestPerson {
  id: string
  token: Token
  actor: Extract<Actor, { is: 'person' }>
  team: TestTeam
  /** Given and family name. */
  name: string
}

export interface TestTeam {
  id: string
  name: string
  agencyId: string
  areaId: string
}

type Owner = Pick<TestDatabase, 'owner'>

/** A force area with one agency and one team; or another team of the agency or of the area of `beside`. */
export async function aTeam(
  db: Owner,
  { beside, agency = beside === undefined ? 'new' : 'same' }: TeamWishes = {},
): Promise<TestTeam> {
  const name = `Team ${randomUUID().slice(0, 8)}`
  return asOwner(db, async client => {
    const areaId =
      beside?.areaId ?? (await made(client, areaText, [name.toLowerCase().replace(' ', '-'), name]))
    const agencyId =
      agency === 'same' && beside !== undefined
        ? beside.agencyId
        : await made(client, agencyText, [areaId, `Agency of ${name}`])
    return { id: await made(client, teamText, [agencyId, name]), name, agencyId, areaId }
  })
}

interface TeamWishes {
  beside?: TestTeam
  agency?: 'same' | 'new'
}

/** A person posted to a team as `role`, signed in. */
export async function aPerson(
  db: Owner,
  { team, role, forceWide = false }: { team: TestTeam; role: Role; forceWide?: boolean },
): Promise<TestPerson> {
  const family = `Person-${randomUUID().slice(0, 6)}`
  const id = await asOwner(db, async client => {
    const user = await made(client, userText, [team.agencyId, 'Test', family])
    await made(client, postingText, [user, team.id, role, forceWide])
    return user
  })
  return { id, team, name: `Test ${family}`, ...(await signedIn(db, id)) }
}

/** A new session of somebody, and the actor that it makes. */
export async function signedIn(
  db: Owner,
  userId: string,
): Promise<Pick<TestPerson, 'token' | 'actor'>> {
  const token = newToken()
  const digest = tokenHash(token) as TokenHash
  await asOwner(db, client => made(client, sessionText, [digest, userId]))
  return { token, actor: { is: 'person', token: digest } }
}

/** What a program sends that has the roles and the reach of this person. */
export async function asProgram(
  db: Owner,
  { id }: Pick<TestPerson, 'id'>,
): Promise<{ authorization: string }> {
  const token = newToken()
  await asOwner(db, client => made(client, tokenText, [tokenHash(token), id]))
  return { authorization: `Bearer ${token}` }
}

/** As the owner of the database, past every policy that binds the application. */
export const asOwner = <T>(db: Owner, work: (client: Client) => Promise<T>): Promise<T> =>
  asOwnerOf(db.owner, work)

async function made(client: Client, text: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(text, values)
  return rows[0]!.id
}

const areaText = 'insert into access.force_area (slug, name) values ($1, $2) returning id'
const agencyText = `insert into access.agency (area_id, name, kind) values ($1, $2, 'police') returning id`
const teamText = 'insert into access.team (agency_id, name) values ($1, $2) returning id'
const userText =
  'insert into access.user_account (agency_id, given_name, family_name) values ($1, $2, $3) returning id'
const postingText =
  'insert into access.posting (user_id, team_id, role, force_wide) values ($1, $2, $3, $4) returning id'
const tokenText = `insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at)
  values ($1, $2, 'program', 'token', 86400, now() + interval '1 day') returning id`
const sessionText = `insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at, proven_at)
  values ($1, $2, 'browser', 'demonstration', 900, now() + interval '12 hours', now()) returning id`
