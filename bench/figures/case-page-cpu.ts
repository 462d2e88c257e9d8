/** CPU of the whole server side for one page of a case, access and audit on, against bare rows as JSON. */
import type { BareAnswer, BareAsked } from '../baselines/bare-server.ts'
import type { Bench } from '../bench.ts'
import type { SteadyAnswer, SteadyAsked } from '../clients/steady.ts'
import { canMeasureTrees, treeCpu } from '../cpu.ts'
import { absent, type Figure, type Outcome } from '../figure.ts'
import { reachBehind } from '../million/askers.ts'
import { pageOfCaseByHand } from '../million/by-hand.ts'
import { session } from '../million/pairs.ts'
import { samplesOf, takingTurns } from '../samples.ts'
import { ask, signIn, type Visitor } from '../visitor.ts'
import { startWorker } from '../worker.ts'
import { connections } from './audit-rates.ts'

export const casePageCpu: Figure = {
  name: 'case-page-cpu',
  what: 'CPU (Node and PostgreSQL) of one page of a case over HTTP, access and audit on, against a bare node:http and pg server that answers the same rows as JSON',
  must: '<= 3 times and <= 6 ms',
  measure,
}

const rounds = 7
const requests = 300
const warmUp = 500

async function measure(bench: Bench): Promise<Outcome> {
  if (!canMeasureTrees) return absent('Only Linux tells the CPU time of other processes.')
  const { port } = await bench.running()
  const roles = await connections(bench)
  const { programPid, databasePid } = await (await bench.inside()).runningDatabase(bench.dataDir)
  const superuser = { ...roles.superuser, database: roles.app.database }
  const visitor = await signIn(port, 'investigator')
  const { path, people, statements } = await busyCase(superuser, visitor)
  const shown = await ask({ port, path, cookie: visitor.cookie })
  if (shown.status !== 200) throw new Error(`The page of the case answered ${shown.status}.`)
  const bare = startWorker<BareAsked, BareAnswer>('baselines/bare-server.ts')
  const client = startWorker<SteadyAsked, SteadyAnswer>('clients/steady.ts')
  try {
    const barePort = (await bare.ask({ at: superuser, statements, prepared: true })).port
    const database = () => treeCpu(databasePid)
    const ours = side(client, { port, path, cookie: visitor.cookie }, () => [
      treeCpu(programPid) - database(),
      database(),
    ])
    const other = side(client, { port: barePort, path: '/' }, () => [treeCpu(bare.pid), database()])
    await ours.asked(warmUp)
    await other.asked(warmUp)
    const taken = await takingTurns(rounds, { ours: ours.round, baseline: other.round })
    return {
      is: 'measured',
      value: taken.ours.median,
      baseline: taken.baseline.median,
      unit: 'ms',
      ratio: taken.ratio,
      met: taken.ratio <= 3 && taken.ours.median <= 6,
      spread: { value: taken.ours.range, baseline: taken.baseline.range },
      notes: [
        `Ours: ${ours.parts()}. Bare: ${other.parts()}.`,
        `The page of a case with ${people} people on it, ${Math.round(shown.body.length / 1024)} KiB: session, permission, row policies, page, and an audit entry that is committed before the answer; the sequencer that numbers the entries is within our time. The bare server answers the rows of the same three queries, prepared, with the predicate of access in them, as a role without row security.`,
        `${requests} requests a round, one after the other on one kept connection, asked by a process of its own.`,
      ],
    }
  } finally {
    await client.stop()
    await bare.stop()
  }
}

/** The case of the investigator with the most people on it. */
async function busyCase(at: Parameters<typeof session>[0], { token }: Visitor) {
  const client = await session(at)
  try {
    const reach = await reachBehind(client, token)
    const { rows } = await client.query<{ id: string; reference: string; people: number }>(
      `select c.id, c.reference, count(*)::integer as people
       from casework.case c join casework.case_person cp on cp.case_id = c.id
       where c.acl && $1::integer[] and not c.deny && $2::integer[]
       group by c.id order by people desc, c.reference limit 1`,
      [reach.writers, reach.self],
    )
    const [found] = rows
    if (found === undefined) throw new Error('The investigator has no case.')
    const statements = pageOfCaseByHand(reach, { ...found, isChangeable: true })
    return { path: `/cases/${found.reference}`, people: found.people, statements }
  } finally {
    await client.end()
  }
}

type Client = ReturnType<typeof startWorker<SteadyAsked, SteadyAnswer>>

/** A server to ask; `cpu` tells the milliseconds of Node and of PostgreSQL so far. */
function side(
  client: Client,
  at: Omit<SteadyAsked, 'times'>,
  cpu: () => readonly [node: number, database: number],
) {
  const taken: { node: number; database: number }[] = []
  const asked = async (times: number) => {
    const { failed } = await client.ask({ ...at, times })
    if (failed > 0) throw new Error(`${failed} of ${times} requests were not answered 200.`)
  }
  const middle = (part: 'node' | 'database') =>
    samplesOf(taken.map(cost => cost[part])).median.toFixed(2)
  return {
    asked,
    round: async () => {
      const [nodeBefore, databaseBefore] = cpu()
      await asked(requests)
      // The last entry is still to be numbered and logged.
      await new Promise(resolve => setTimeout(resolve, 50))
      const [nodeAfter, databaseAfter] = cpu()
      const node = (nodeAfter - nodeBefore) / requests
      const database = (databaseAfter - databaseBefore) / requests
      taken.push({ node, database })
      return node + database
    },
    parts: () => `Node ${middle('node')} ms and PostgreSQL ${middle('database')} ms`,
  }
}
