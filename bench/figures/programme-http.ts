/** CPU of the whole server side for one request of the programme page, against bare rows as JSON. */
import type { BareAnswer, BareAsked } from '../baselines/bare-server.ts'
import type { Bench } from '../bench.ts'
import type { SteadyAnswer, SteadyAsked } from '../clients/steady.ts'
import { canMeasureTrees, treeCpu } from '../cpu.ts'
import { absent, type Figure, type Outcome } from '../figure.ts'
import { firstPath } from '../program.ts'
import { samplesOf, takingTurns } from '../samples.ts'
import { startWorker } from '../worker.ts'

export const programmeHttp: Figure = {
  name: 'programme-http',
  what: 'CPU (Node and PostgreSQL) of one request of the programme page over HTTP, against a bare node:http and pg server that answers the same rows as JSON',
  must: '<= 4 times',
  measure,
}

const rounds = 7
const requests = 300
const warmUp = 400

async function measure(bench: Bench): Promise<Outcome> {
  if (!canMeasureTrees) return absent('Only Linux tells the CPU time of other processes.')
  const inside = await bench.inside()
  const { port } = await bench.running()
  const { programPid, databasePid, app } = await inside.runningDatabase(bench.dataDir)
  const bare = startWorker<BareAsked, BareAnswer>('baselines/bare-server.ts')
  const client = startWorker<SteadyAsked, SteadyAnswer>('clients/steady.ts')
  try {
    const statements = await inside.programmeStatements()
    const barePort = (await bare.ask({ at: app, statements, prepared: true })).port
    const database = () => treeCpu(databasePid)
    const ours: Side = {
      port,
      path: firstPath,
      node: () => treeCpu(programPid) - database(),
      database,
    }
    const other: Side = { port: barePort, path: '/', node: () => treeCpu(bare.pid), database }
    await asked(client, ours, warmUp)
    await asked(client, other, warmUp)
    return await compared(client, ours, other, statements.length)
  } finally {
    await client.stop()
    await bare.stop()
  }
}

type Client = ReturnType<typeof startWorker<SteadyAsked, SteadyAnswer>>

/** A server to ask, and its CPU milliseconds so far. */
interface Side {
  readonly port: number
  readonly path: string
  readonly node: () => number
  readonly database: () => number
}

/** CPU milliseconds of one request. */
interface Cost {
  readonly node: number
  readonly database: number
}

async function compared(
  client: Client,
  ours: Side,
  other: Side,
  selects: number,
): Promise<Outcome> {
  const costs: { ours: Cost[]; other: Cost[] } = { ours: [], other: [] }
  const round = async (side: Side, into: Cost[]) => {
    const cost = await costOf(client, side)
    into.push(cost)
    return cost.node + cost.database
  }
  const taken = await takingTurns(rounds, {
    ours: () => round(ours, costs.ours),
    baseline: () => round(other, costs.other),
  })
  return {
    is: 'measured',
    value: taken.ours.median,
    baseline: taken.baseline.median,
    unit: 'ms',
    ratio: taken.ratio,
    met: taken.ratio <= 4,
    spread: { value: taken.ours.range, baseline: taken.baseline.range },
    notes: [
      `Ours: ${partsOf(costs.ours)}. Bare: ${partsOf(costs.other)}.`,
      `Both make the same ${selects} SELECTs with prepared statements as the same role on the same PostgreSQL; ${requests} requests a round, one after the other on one kept connection, asked by a process of its own.`,
    ],
  }
}

async function costOf(client: Client, side: Side): Promise<Cost> {
  const before = { node: side.node(), database: side.database() }
  await asked(client, side, requests)
  // The server may still be logging the last answer.
  await new Promise(resolve => setTimeout(resolve, 20))
  return {
    node: (side.node() - before.node) / requests,
    database: (side.database() - before.database) / requests,
  }
}

async function asked(client: Client, { port, path }: Side, times: number): Promise<void> {
  const { failed } = await client.ask({ port, path, times })
  if (failed > 0) throw new Error(`${failed} of ${times} requests were not answered 200.`)
}

function partsOf(costs: readonly Cost[]): string {
  const middle = (part: keyof Cost) => samplesOf(costs.map(cost => cost[part])).median.toFixed(2)
  return `Node ${middle('node')} ms and PostgreSQL ${middle('database')} ms`
}
