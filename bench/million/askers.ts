/** Who asks in the figures of the large partnership, and what for. The same at every run. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

export type Role = 'officer' | 'force-wide'

/** What a program without row security would have to know of whoever asks. */
export interface Reach {
  readonly readers: readonly number[]
  readonly writers: readonly number[]
  /** Own principal, as deny lists hold it. */
  readonly self: readonly number[]
}

export interface Asker extends Reach {
  readonly role: Role
  /** Digest of the session's token. */
  readonly token: Buffer
  /** Cases that this person may read. */
  readonly cases: readonly { id: string; reference: string; isChangeable: boolean }[]
}

/** Numbers of rows.sql: an investigator of the police, and an analyst of the whole area. */
const users: Readonly<Record<Role, number>> = { officer: 70, 'force-wide': 61 }

/** Signs one of them in, past the program. */
export async function asker(superuser: pg.Client, role: Role): Promise<Asker> {
  const token = createHash('sha256').update(`bench ${role}`).digest()
  await superuser.query(sessionText, [token, users[role]])
  const reach = await reachBehind(superuser, token)
  const cases = await superuser.query<Asker['cases'][number]>(casesText, [
    reach.readers,
    reach.self,
    reach.writers,
  ])
  return { role, token, ...reach, cases: cases.rows }
}

/** What the holder of a session reaches now. */
export async function reachBehind(superuser: pg.Client, token: Buffer): Promise<Reach> {
  const { rows } = await superuser.query<Reach>(reachText, [token])
  const [reach] = rows
  if (reach === undefined) throw new Error('The session opens nothing.')
  return reach
}

/** Family names that 40 to 60 people have, spread over the alphabet by chance. */
export async function familyKeys(superuser: pg.Client): Promise<string[]> {
  const { rows } = await superuser.query<{ key: string }>(familiesText)
  return rows.map(({ key }) => key)
}

const sessionText = `
  insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at)
  values ($1, md5('user ' || $2::integer)::uuid, 'browser', 'demonstration', 43200, now() + interval '12 hours')
  on conflict (token_hash) do update set seen_at = now(), ends_at = excluded.ends_at, ended_at = null, ended_by = null`

const reachText = `
  select r.readers, r.writers, array[u.principal] as self
  from access.session_of($1) s
  join access.user_account u on u.id = s.user_id
  cross join lateral access.principals_of(u.id) r`

const casesText = `
  select c.id, c.reference, c.acl && $3::integer[] as "isChangeable"
  from (select * from casework.case order by id limit 60000) c
  where c.acl && $1::integer[] and not c.deny && $2::integer[]
  order by md5(c.id::text) limit 200`

const familiesText = `
  select family_key as key from people.name group by family_key having count(*) between 40 and 60
  order by md5(family_key) limit 60`
