import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { asOwner, aTeam, type TestTeam } from '../../../../tests/builders/people.ts'
import { testDatabase, type TestDatabase } from '../../../../tests/builders/database.ts'
import { systemClock } from '../../../platform/clock/clock.ts'
import { inProgram } from '../../../platform/config/program-root.ts'
import { openLog } from '../../../platform/log/log.ts'
import type { Program } from '../../../platform/sessions/begin.ts'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { createWebServer } from '../../../platform/web/server.ts'
import { tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import { formToken } from '../../../platform/web/forms/form-token.ts'
import { accountModule, type AccountParts } from '../index.ts'
import { newCodeSecret, codeAt, type CodeSecret } from '../one-time-codes/code.ts'
import { setCode } from '../one-time-codes/queries.ts'
import { sealed } from '../one-time-codes/sealed.ts'
import { hashOf } from '../passwords/password.ts'
import { setPassword } from '../passwords/queries.ts'

/** A site with nothing but accounts, on a database of its own that knows its program. */
export interface TestSite {
  app: FastifyInstance
  db: TestDatabase
  program: Program
  team: TestTeam
}

export async function testSite(parts: Partial<AccountParts> = {}): Promise<TestSite> {
  const db = await testDatabase()
  const key = randomBytes(32) as ProgramKey
  await asOwner(db, client => client.query('select access.register_program($1)', [key]))
  const program = { door: db.door, key }
  const app = await createWebServer({
    door: db.door,
    clock: systemClock,
    log: openLog({ clock: systemClock, write: () => undefined, style: 'json' }),
    modules: [accountModule({ program, origin: null, ...parts })],
    version: 'test',
    admitted: 16,
    assetsFolder: inProgram('dist', 'assets'),
  })
  afterAll(() => app.close())
  return { app, db, program, team: await aTeam(db) }
}

/** Somebody with a password and one-time codes. */
export interface Holder {
  id: string
  email: string
  password: string
  secret: CodeSecret
}

export async function aHolder({ db, program, team }: TestSite): Promise<Holder> {
  const email = `${randomUUID().slice(0, 8)}@ardenshire.example`
  const id = await asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `insert into access.user_account (agency_id, given_name, family_name) values ($1, 'Ines', 'Hallow') returning id`,
      [team.agencyId],
    )
    const user = rows[0]?.id ?? ''
    await client.query('insert into access.user_contact (user_id, email) values ($1, $2)', [
      user,
      email,
    ])
    await client.query('insert into access.posting (user_id, team_id, role) values ($1, $2, $3)', [
      user,
      team.id,
      'investigator',
    ])
    return user
  })
  const [password, secret] = ['otter lantern biscuit', newCodeSecret()]
  const hash = await hashOf(password)
  await db.door.writing({ is: 'public' }, async tx => {
    await setPassword(tx, program.key, { userId: id, hash })
    const box = sealed(program.key, `code|${id}`, secret)
    await setCode(tx, program.key, { userId: id, secret: box, step: 0 })
  })
  return { id, email, password, secret }
}

/** The code that the holder's device shows now; `ahead` in seconds. */
export const codeNow = ({ secret }: Holder, ahead = 0): string =>
  codeAt(secret, Math.floor(systemClock.now().epochMilliseconds / 1000) + ahead)

/** Sends a form as a browser does from a page of the same site. */
export const sendForm = (
  app: FastifyInstance,
  url: string,
  {
    fields,
    cookie,
    address,
  }: { fields: Record<string, string>; cookie?: string; address?: string },
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    ...(address === undefined ? {} : { remoteAddress: address }),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
  })

/** The cookie that an answer gave, as a browser would send it. */
export const cookieOf = (answer: LightMyRequestResponse): string =>
  String(answer.headers['set-cookie'] ?? '').split(';', 1)[0] ?? ''

/** A browser that has signed in: asks with its cookie, and sends forms as pages of the session do. */
export interface Signed {
  ask: (url: string) => Promise<LightMyRequestResponse>
  send: (url: string, fields?: Record<string, string>) => Promise<LightMyRequestResponse>
  cookie: string
}

/** Signs somebody in by password and code. */
export async function signIn({ app }: TestSite, holder: Holder): Promise<Signed> {
  const answer = await sendForm(app, '/sign-in', {
    address: `198.51.100.${holder.email.codePointAt(0) ?? 0}`,
    fields: { email: holder.email, _password: holder.password, _code: codeNow(holder) },
  })
  const cookie = cookieOf(answer)
  const token = formToken(tokenHash(cookie.split('=')[1] ?? '') as TokenHash)
  return {
    cookie,
    ask: url => app.inject({ url, headers: { cookie } }),
    send: (url, fields = {}) =>
      sendForm(app, url, { cookie, fields: { _token: token, ...fields } }),
  }
}

/** Lets what was proven in a session grow old. */
export const ageProof = ({ db }: TestSite, userId: string): Promise<unknown> =>
  asOwner(db, client =>
    client.query(
      `update access.session set proven_at = now() - interval '10 minutes' where user_id = $1`,
      [userId],
    ),
  )

/** Lets the codes that somebody has used be used again, for a test that signs in more than once. */
export const forgetUsedCodes = ({ db }: TestSite, userId: string): Promise<unknown> =>
  asOwner(db, client =>
    client.query('update access.one_time_code set last_step = 0 where user_id = $1', [userId]),
  )
