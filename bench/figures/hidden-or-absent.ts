/** Whether the time of an answer tells a case that is hidden from one that never was. */
import { request } from 'node:http'
import type pg from 'pg'
import { referenceOf } from '../../src/methods/references/reference.ts'
import { newToken, tokenHash } from '../../src/platform/access/token.ts'
import type { Bench } from '../bench.ts'
import type { Figure, Measured } from '../figure.ts'
import { session } from '../million/pairs.ts'
import { twoSidedP } from '../rank-test.ts'
import { quantile } from '../samples.ts'
import { seeded } from '../synthetic-funnel.ts'
import { ask, signIn, type Visitor } from '../visitor.ts'
import { connections } from './audit-rates.ts'

export const hiddenOrAbsent: Figure = {
  name: 'hidden-or-absent',
  what: 'How much longer or shorter the answer takes for a case that somebody may not see than for one that never was, on its page and in the API, for the way of hiding that differs most (medians)',
  must: '<= 2 ms, p > 0.01',
  measure,
}

/** Requests for each case, on its page and in the API. */
const rounds = 1_000
const warmUp = 50

async function measure(bench: Bench): Promise<Measured> {
  const { port } = await bench.running()
  const { owner } = await connections(bench)
  const visitor = await signIn(port, 'investigator')
  const client = await session(owner)
  try {
    const cases = await hiddenCases(client, visitor)
    const doors = doorsOf(port, visitor, await tokenOf(client, visitor))
    await expectAbsent(doors, cases)
    await interleaved(doors, cases, warmUp)
    const taken = await interleaved(doors, cases, rounds)
    return outcome(taken)
  } finally {
    await client.end()
  }
}

type Cases = Readonly<Record<string, string>>

/** The reference that no case has comes first: the others are compared with it. */
const absent = 'absent'

/** Cases of the own team that are hidden from here on, and one of others. */
async function hiddenCases(client: pg.Client, { token }: Visitor): Promise<Cases> {
  const own = await client.query<{ id: string; reference: string; user_id: string }>(
    `select c.id, c.reference, s.user_id from access.session s
     join access.posting p on p.user_id = s.user_id and p.until_at is null
     join casework.case c on c.team_id = p.team_id
     where s.token_hash = $1 and c.sensitivity = 'ordinary' and c.owner_id is distinct from s.user_id
       and not exists (select from casework.named_person n where n.case_id = c.id and n.user_id = s.user_id)
       and not exists (select from casework.block b where b.case_id = c.id)
     order by c.reference limit 3`,
    [token],
  )
  const other = await client.query<{ reference: string }>(
    `select c.reference from casework.case c join access.team t on t.id = c.team_id
     where c.sensitivity = 'ordinary' and t.agency_id <> (
         select u.agency_id from access.session s join access.user_account u on u.id = s.user_id
         where s.token_hash = $1)
       and not exists (select from casework.share g where g.case_id = c.id)
     order by c.reference limit 1`,
    [token],
  )
  const [restricted, sealed, blocked] = own.rows
  if (restricted === undefined || sealed === undefined || blocked === undefined)
    throw new Error('The demonstration has too few cases.')
  const hide = 'update casework.case set sensitivity = $2 where id = $1'
  await client.query(hide, [restricted.id, 'restricted'])
  await client.query(hide, [sealed.id, 'sealed'])
  await client.query(
    `insert into casework.block (case_id, user_id, why, blocked_by) values ($1, $2, 'Related to a suspect', $2)`,
    [blocked.id, blocked.user_id],
  )
  return {
    [absent]: referenceOf(2 ** 34 + 7),
    'of another agency': other.rows[0]?.reference ?? '',
    restricted: restricted.reference,
    sealed: sealed.reference,
    blocked: blocked.reference,
  }
}

/** Ways to ask for a case; each answers the status. */
type Doors = Readonly<Record<string, (reference: string) => Promise<number>>>

/** A token as a program has it, with the reach of this visitor. */
async function tokenOf(client: pg.Client, visitor: Visitor): Promise<string> {
  const token = newToken()
  await client.query(
    `insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at)
     select $1, s.user_id, 'program', 'token', 86400, now() + interval '1 day'
     from access.session s where s.token_hash = $2`,
    [tokenHash(token), visitor.token],
  )
  return token
}

const doorsOf = (port: number, { cookie }: Visitor, token: string): Doors => ({
  page: async reference => (await ask({ port, path: `/cases/${reference}`, cookie })).status,
  API: reference => statusOf(port, `/api/cases/${reference}`, `Bearer ${token}`),
})

const statusOf = (port: number, path: string, authorization: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, headers: { authorization } },
      answer => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
        answer.on('error', reject)
      },
    )
    asking.on('error', reject)
    asking.end()
  })

async function expectAbsent(doors: Doors, cases: Cases): Promise<void> {
  for (const [door, look] of Object.entries(doors))
    for (const [kind, reference] of Object.entries(cases)) {
      const status = await look(reference)
      if (status !== 404)
        throw new Error(`The ${door} of a case that is ${kind} answered ${status}.`)
    }
}

/** Milliseconds by door and kind of case. */
type Taken = Readonly<Record<string, Readonly<Record<string, number[]>>>>

/** Each round asks for every case at every door once, in an order of its own. */
async function interleaved(doors: Doors, cases: Cases, times: number): Promise<Taken> {
  const chance = seeded(20_261_124)
  const taken = Object.fromEntries(
    Object.keys(doors).map(door => [
      door,
      Object.fromEntries(Object.keys(cases).map(kind => [kind, [] as number[]])),
    ]),
  )
  const all = Object.entries(doors).flatMap(([door, look]) =>
    Object.entries(cases).map(([kind, reference]) => ({ door, kind, look: () => look(reference) })),
  )
  for (let round = 0; round < times; round += 1) {
    const order = all.map(one => ({ one, at: chance() })).sort((a, b) => a.at - b.at)
    for (const { one } of order) {
      const began = performance.now()
      await one.look()
      taken[one.door]?.[one.kind]?.push(performance.now() - began)
    }
  }
  return taken
}

interface Compared {
  readonly door: string
  readonly kind: string
  /** Medians, milliseconds. */
  readonly absent: number
  readonly hidden: number
  readonly p: number
}

const comparedIn = (taken: Taken): Compared[] =>
  Object.entries(taken).flatMap(([door, { [absent]: never = [], ...kinds }]) =>
    Object.entries(kinds).map(([kind, times]) => ({
      ...{ door, kind, absent: quantile(never, 0.5), hidden: quantile(times, 0.5) },
      p: twoSidedP(times, never),
    })),
  )

const apart = ({ hidden, absent }: Compared): number => Math.abs(hidden - absent)

function outcome(taken: Taken): Measured {
  const all = comparedIn(taken).sort((a, b) => apart(b) - apart(a))
  const [furthest] = all
  if (furthest === undefined) throw new Error('nothing was compared')
  const least = Math.min(...all.map(({ p }) => p))
  // Of several comparisons one is unlikely by chance alone: Bonferroni's correction.
  const together = Math.min(1, least * all.length)
  return {
    is: 'measured',
    value: apart(furthest),
    baseline: furthest.absent,
    unit: 'ms',
    ratio: furthest.hidden / furthest.absent,
    met: apart(furthest) <= 2 && together > 0.01,
    notes: [
      ...all.map(
        ({ door, kind, absent, hidden, p }) =>
          `${door}, ${kind}: ${hidden.toFixed(3)} ms, absent ${absent.toFixed(3)} ms, p = ${p.toFixed(3)}.`,
      ),
      `${rounds} requests for each case and door over HTTP, one at a time, each round in an order of its own. p by Mann and Whitney's test, two-sided; the least of ${all.length}, corrected for their number (Bonferroni), is ${together.toFixed(3)}.`,
    ],
  }
}
