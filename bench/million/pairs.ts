/** The same work with row security and without, in turns, on one connection each. */
import pg from 'pg'
import type { Connection } from '../../src/platform/config/connection.ts'
import { clientConfig, servingLimits } from '../../src/platform/db/session.ts'
import { quantile } from '../samples.ts'
import type { Asker } from './askers.ts'
import type { Statement } from './ours.ts'

export interface Pairs {
  readonly ours: Times
  readonly byHand: Times
  /** Medians of the ratios of the pairs. */
  readonly ratio: { whole: number; statements: number }
  readonly rows: number
  readonly pairs: number
}

/** Medians in milliseconds. */
interface Times {
  /** From `begin` to the answer of `commit`, with finding out who asks and what they reach. */
  readonly whole: number
  /** The statements alone. */
  readonly statements: number
}

interface Taken {
  readonly whole: number
  readonly statements: number
  readonly rows: readonly object[]
}

/** One piece of work, both ways, as its statements. */
export interface Work {
  readonly ours: readonly Statement[]
  readonly byHand: readonly Statement[]
}

export async function session(at: Connection): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(at, servingLimits))
  await client.connect()
  // Row security keeps ours from it, and starting helpers costs by hand more than they give.
  await client.query('set max_parallel_workers_per_gather = 0')
  return client
}

const warmUp = 12

/** @throws Error when the two do not answer the same rows in the same order. */
export async function compared(
  sides: { readonly app: pg.Client; readonly superuser: pg.Client },
  asker: Asker,
  works: readonly Work[],
): Promise<Pairs> {
  const taken: { ours: Taken; byHand: Taken }[] = []
  for (const [at, work] of [...works.slice(0, warmUp), ...works].entries()) {
    const [ours, byHand] = [
      () => transaction(sides.app, enter(asker), work.ours),
      () => transaction(sides.superuser, lookUp(asker), work.byHand),
    ]
    // Who goes first finds colder caches, so that alternates too.
    const first = at % 2 === 0 ? await ours() : await byHand()
    const second = at % 2 === 0 ? await byHand() : await ours()
    const pair = at % 2 === 0 ? { ours: first, byHand: second } : { ours: second, byHand: first }
    if (JSON.stringify(pair.ours.rows) !== JSON.stringify(pair.byHand.rows)) {
      throw new Error(`bench/million/by-hand.ts does not answer the same rows (${asker.role}).`)
    }
    if (at >= warmUp) taken.push(pair)
  }
  return summaryOf(taken)
}

function summaryOf(taken: readonly { ours: Taken; byHand: Taken }[]): Pairs {
  const middle = (of: (pair: { ours: Taken; byHand: Taken }) => number) =>
    quantile(taken.map(of), 0.5)
  return {
    ours: { whole: middle(p => p.ours.whole), statements: middle(p => p.ours.statements) },
    byHand: { whole: middle(p => p.byHand.whole), statements: middle(p => p.byHand.statements) },
    ratio: {
      whole: middle(p => p.ours.whole / p.byHand.whole),
      statements: middle(p => p.ours.statements / p.byHand.statements),
    },
    rows: middle(p => p.ours.rows.length),
    pairs: taken.length,
  }
}

async function transaction(
  client: pg.Client,
  who: Statement,
  statements: readonly Statement[],
): Promise<Taken> {
  const began = performance.now()
  await client.query(`begin; select pg_catalog.set_config('app.actor', 'person', true)`)
  const { rowCount } = await client.query(prepared(who))
  if (rowCount !== 1) throw new Error('The session opens nothing.')
  const from = performance.now()
  const rows: object[] = []
  for (const statement of statements) {
    rows.push(...(await client.query<object>(prepared(statement))).rows)
  }
  const to = performance.now()
  await client.query('commit')
  return { whole: performance.now() - began, statements: to - from, rows }
}

const prepared = ({ name, text, values }: Statement) => ({ name, text, values: [...values] })

/** As the door does it. */
const enter = ({ token }: Asker): Statement => ({
  name: 'enter',
  text: 'select from access.enter($1)',
  values: [token],
})

/** The same questions, with the answer given to the program instead of signed into the transaction. */
const lookUp = ({ token }: Asker): Statement => ({
  name: 'look-up',
  text: 'select s.user_id, r.readers, r.writers from access.session_of($1) s cross join lateral access.principals_of(s.user_id) r',
  values: [token],
})
