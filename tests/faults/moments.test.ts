import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { aCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import type { Door } from '../../src/platform/db/door.ts'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'
import { formOf } from '../builders/forms.ts'
import { aPerson, asOwner, asProgram, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()

/** Between the look at who asks and the work as that person, where a test wants something to happen. */
const between: { happens: () => Promise<void> } = {
  happens: () => Promise.resolve(),
}
const door: Door = {
  ...db.door,
  writing: async (actor, work) => {
    if (actor.is === 'person') await between.happens()
    return db.door.writing(actor, work)
  },
}
const { app } = await testApp({ ...db, door })
const team = await aTeam(db)

/** How somebody loses access at a moment, and what they are answered from then on. */
interface Loss {
  what: string
  /** It comes by itself a moment later, which the statement answers, or as the statement is committed. */
  comes: 'by itself' | 'at once'
  /** `$1` is the user; `$2` are milliseconds until it comes by itself. */
  lose: string
  after: 'signed out' | 'absent'
}

const soon = `clock_timestamp() + make_interval(secs => $2::float8 / 1000)`
const epoch = (moment: string) => `extract(epoch from ${moment})::float8 * 1000 as at`

const losses: readonly Loss[] = [
  {
    what: 'a session that was not used',
    comes: 'by itself',
    // New use is noted each 20 seconds, so what the test asks does not keep this one alive.
    lose: `update access.session set idle_seconds = 1, seen_at = ${soon} - interval '1 second'
      where user_id = $1 returning ${epoch(`seen_at + interval '1 second'`)}`,
    after: 'signed out',
  },
  {
    what: 'a session that has lasted as long as it may',
    comes: 'by itself',
    lose: `update access.session set ends_at = ${soon} where user_id = $1 returning ${epoch('ends_at')}`,
    after: 'signed out',
  },
  {
    what: 'a session or a token that somebody ends',
    comes: 'at once',
    lose: `update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = $1`,
    after: 'signed out',
  },
  {
    what: 'an account that is closed',
    comes: 'at once',
    lose: 'update access.user_account set disabled_at = clock_timestamp() where id = $1',
    after: 'signed out',
  },
  {
    what: 'an agency that is stopped',
    comes: 'at once',
    lose: `update access.agency set stopped_at = clock_timestamp()
      where id = (select agency_id from access.user_account where id = $1)`,
    after: 'signed out',
  },
  {
    what: 'a posting that ends',
    comes: 'by itself',
    lose: `update access.posting set from_at = now() - interval '1 day', until_at = ${soon}
      where user_id = $1 returning ${epoch('until_at')}`,
    after: 'absent',
  },
  {
    what: 'a broken glass that ends',
    comes: 'by itself',
    lose: `update access.lease set from_at = now() - interval '1 hour', until_at = ${soon}
      where holder_user = $1 returning ${epoch('until_at')}`,
    after: 'absent',
  },
]

/** Loses it; answers from when on it is lost, in epoch milliseconds. */
const lose = ({ comes, lose }: Loss, user: string, ms: number): Promise<number> =>
  asOwner(db, async client => {
    const values = comes === 'by itself' ? [user, ms] : [user]
    const { rows, rowCount } = await client.query<{ at: number }>(lose, values)
    expect(rowCount).toBeGreaterThan(0)
    return rows[0]?.at ?? Date.now()
  })

/** Somebody with a session for pages and one for the API, as the holder of a token has; and a case to see. */
interface Somebody {
  person: TestPerson
  reference: string
  /** Ways to ask, by name. */
  ways: Readonly<Record<string, () => Promise<LightMyRequestResponse>>>
}

async function somebody({ what }: Loss): Promise<Somebody> {
  const isGlass = what.includes('glass')
  const own = isGlass
    ? await aTeam(db, { beside: team })
    : await aTeam(db, { beside: team, agency: 'new' })
  const person = await aPerson(db, { team: own, role: 'investigator' })
  const { reference } = await aCase(db, isGlass ? team : own)
  const cookie = { cookie: `turnstone=${person.token}` }
  const bearer = await asProgram(db, person)
  const post = (url: string, fields: Record<string, string>) =>
    app.inject({
      ...{
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
      },
      headers: {
        ...cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  const open = async (url: string) => formOf((await app.inject({ url, headers: cookie })).body)
  const form = await open('/cases/new')
  const seeing = {
    page: () => app.inject({ url: `/cases/${reference}`, headers: cookie }),
    api: () => app.inject({ url: `/api/cases/${reference}`, headers: bearer }),
  }
  if (isGlass) {
    const breaking = {
      ...{ reference, category: 'out-of-hours cover' },
      reason: `Nobody of the team could be reached for ${reference}`,
    }
    const answer = await post('/break-glass', {
      ...(await open('/break-glass')),
      ...breaking,
    })
    expect(answer.statusCode).toBe(303)
    return { person, reference, ways: seeing }
  }
  const one = { type: 'missing child', summary: 'Missing twice in a month' }
  const ways = {
    ...seeing,
    list: () => app.inject({ url: '/cases', headers: cookie }),
    form: () => post('/cases/new', { ...form, ...one, _key: randomUUID() }),
    program: () =>
      app.inject({
        ...{
          method: 'POST',
          url: '/api/cases',
          payload: { ...one, team: own.id, opened: '2026-11-02' },
        },
        headers: { ...bearer, 'idempotency-key': randomUUID() },
      }),
  }
  return { person, reference, ways }
}

type Answer = 'given' | 'absent' | 'signed out'

/** What an answer is; anything else than these three is a fault. */
function kindOf(
  { statusCode, headers, body }: LightMyRequestResponse,
  { reference }: Somebody,
): Answer {
  const location = headers.location ?? ''
  if (statusCode === 404) return 'absent'
  if (statusCode === 401 || /^\/sign-in/.test(location)) return 'signed out'
  if (statusCode === 303) expect(location).toMatch(/^\/cases\/TS-/)
  // A page that was begun while it was allowed and filled when it was not would be empty.
  else if (statusCode === 200) expect(body).toMatch(new RegExp(`${reference}|href="/cases/TS-`))
  else expect(statusCode, body).toBe(201)
  return 'given'
}

const entriesOf = ({ person }: Somebody) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ done: number; refused: number }>(
      `select count(*) filter (where outcome = 'done')::integer as done,
         count(*) filter (where outcome = 'refused')::integer as refused
       from audit.entry where user_id = $1`,
      [person.id],
    )
    return rows[0]!
  })

test.for(losses)(
  'of 50 requests of each kind around the moment of the end of $what none after it is given',
  async loss => {
    const who = await somebody(loss)
    const before = await entriesOf(who)
    const half = 400
    const losing = { at: Infinity }
    if (loss.comes === 'by itself') losing.at = await lose(loss, who.person.id, half)
    else void pause(half).then(async () => (losing.at = await lose(loss, who.person.id, 0)))
    const answers = await Promise.all(
      Object.values(who.ways).flatMap(ask =>
        Array.from({ length: 50 }, async (_, n) => {
          await pause(n * (half / 25))
          const isAfter = Date.now() > losing.at
          return { isAfter, kind: kindOf(await ask(), who) }
        }),
      ),
    )
    expect(answers.filter(({ isAfter, kind }) => isAfter && kind !== loss.after)).toEqual([])
    const counted = Map.groupBy(answers, ({ kind }) => kind)
    expect([...counted.keys()].sort()).toEqual(['given', loss.after].sort())
    const after = await entriesOf(who)
    expect({
      done: after.done - before.done,
      refused: after.refused - before.refused,
    }).toEqual({
      done: counted.get('given')?.length,
      refused: counted.get('absent')?.length ?? 0,
    })
  },
)

test.for(losses)(
  'nothing is given where the end of $what falls between the look at who asks and the work',
  async loss => {
    const { ways } = await somebody(loss)
    for (const way of Object.keys(ways)) {
      const who = await somebody(loss)
      const before = await entriesOf(who)
      between.happens = async () => {
        between.happens = () => Promise.resolve()
        await lose(loss, who.person.id, -1)
      }
      const answer = await who.ways[way]!()
      expect([way, kindOf(answer, who)]).toEqual([way, loss.after])
      const refused = before.refused + (loss.after === 'absent' ? 1 : 0)
      expect({ way, ...(await entriesOf(who)) }).toEqual({
        way,
        done: before.done,
        refused,
      })
    }
  },
)
