/** How long accepted pages take while ten times more is asked than can be answered. */
import type { Bench } from '../bench.ts'
import type { LoadAnswer, LoadAsked } from '../clients/load.ts'
import type { Figure, Measured } from '../figure.ts'
import { page } from '../page.ts'
import { firstPath } from '../program.ts'
import { samplesOf, takingTurns, type Compared } from '../samples.ts'
import { startWorker, type Worker } from '../worker.ts'

export const overload: Figure = {
  name: 'overload',
  what: 'Time of accepted pages (95th percentile) at ten times the load that can be answered, against the time at half of it',
  must: '<= 3 times, the rest 503 with Retry-After, well 2 s after',
  measure,
}

/** Clients that keep the server busy and are never too many for it. */
const busyClients = 2
/** Share of the capacity that counts as a normal day. */
const normalShare = 0.5
const crowdShare = 10
/** Under 15 seconds in all. */
const [rounds, seconds] = [3, 1.5]
/** Open connections, as a proxy in front of the program holds them. */
const connections = 256

/** What was seen, round by round. */
interface Turns {
  readonly normal: LoadAnswer[]
  readonly crowd: LoadAnswer[]
  /** Seconds after each crowd until the server answered a page and its health again. */
  readonly recoveries: number[]
}

interface Seen extends Turns {
  /** Pages a second. */
  readonly capacity: number
  /** The crowd once more, all of them new: a connection is opened whenever none is free. */
  readonly strangers: LoadAnswer
}

async function measure(bench: Bench): Promise<Measured> {
  const { port } = await bench.running()
  const client = startWorker<LoadAsked, LoadAnswer>('clients/load.ts')
  try {
    const capacity = await capacityOf(client, port)
    const turns: Turns = { normal: [], crowd: [], recoveries: [] }
    const compared = await turnsOf({ client, port, capacity }, turns)
    const strangers = await client.ask(askedAt(port, capacity * crowdShare, null))
    return outcomeOf({ ...turns, capacity, strangers }, compared)
  } finally {
    await client.stop()
  }
}

type Client = Worker<LoadAsked, LoadAnswer>

/** The best of several short runs: other work on the machine can only make it look smaller. */
async function capacityOf(client: Client, port: number): Promise<number> {
  const busy = { port, path: firstPath, clients: busyClients, connections: busyClients }
  await client.ask({ ...busy, seconds: 1 })
  const rates: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const { accepted, elapsed } = await client.ask({ ...busy, seconds: 0.5 })
    rates.push(accepted / elapsed)
  }
  return Math.max(...rates)
}

const askedAt = (port: number, rate: number, kept: number | null): LoadAsked => ({
  port,
  path: firstPath,
  rate,
  seconds,
  connections: kept,
})

const turnsOf = (
  { client, port, capacity }: { client: Client; port: number; capacity: number },
  turns: Turns,
): Promise<Compared> => {
  const atShare = async (share: number, into: LoadAnswer[]) => {
    const answer = await client.ask(askedAt(port, capacity * share, connections))
    into.push(answer)
    return answer.acceptedTimes.p95
  }
  return takingTurns(rounds, {
    baseline: () => atShare(normalShare, turns.normal),
    ours: async () => {
      const p95 = await atShare(crowdShare, turns.crowd)
      turns.recoveries.push(await recovery(port))
      return p95
    },
  })
}

async function recovery(port: number): Promise<number> {
  const began = performance.now()
  const isWell = async (path: string) => (await page(port, path).catch(() => null))?.status === 200
  while (performance.now() - began < 5_000) {
    const well = await Promise.all([isWell(firstPath), isWell('/health')])
    if (!well.includes(false)) break
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return (performance.now() - began) / 1000
}

function outcomeOf(seen: Seen, { ours, baseline, ratio }: Compared): Measured {
  const [crowd, normal] = [sumOf(seen.crowd), sumOf(seen.normal)]
  const recovered = Math.max(...seen.recoveries)
  const errors = [...crowd.errors, ...normal.errors]
  const isClean = errors.length === 0 && crowd.shed > 0 && crowd.told === crowd.shed
  return {
    is: 'measured',
    value: ours.median,
    baseline: baseline.median,
    unit: 'ms',
    ratio,
    met: ratio <= 3 && isClean && recovered <= 2,
    spread: { value: ours.range, baseline: baseline.range },
    notes: [
      `Capacity: ${seen.capacity.toFixed(0)} pages a second, with ${busyClients} clients that ask again at once, the best of three runs.`,
      `Normal: requests at random moments on ${connections} open connections, ${normalShare} of that rate; ${normal.accepted} accepted, ${normal.shed} shed; accepted pages took ${middle(seen.normal, 'acceptedTimes', 'p50')} (median) and ${ms(baseline.median)} (95th percentile).`,
      `Crowd: the same at ${crowdShare} times the capacity; ${crowd.sent} requests, ${((crowd.shed / crowd.sent) * 100).toFixed(0)}% answered 503 (${crowd.told} of ${crowd.shed} with Retry-After), ${crowd.accepted} accepted, ${(crowd.accepted / crowd.elapsed).toFixed(0)} a second; accepted pages took ${middle(seen.crowd, 'acceptedTimes', 'p50')} (median) and ${ms(ours.median)} (95th percentile).`,
      `Refusals took ${middle(seen.crowd, 'shedTimes', 'p50')} (median) and ${middle(seen.crowd, 'shedTimes', 'p95')} (95th percentile). Other errors: ${errors.join(', ') || 'none'}. Page and health answered again after ${recovered.toFixed(2)} s.`,
      `For information, when a connection is opened whenever none is free, as by new visitors: ${seen.strangers.accepted} pages accepted, in ${ms(seen.strangers.acceptedTimes.p50)} (median) and ${ms(seen.strangers.acceptedTimes.p95)} (95th percentile); Node takes one new connection at each turn of its loop.`,
      `The client is a process of its own and shares the cores with server and database; it sent ${middle(seen.crowd, 'lateness', 'p95')} late (95th percentile) and left ${crowd.unsent} unsent. Medians of ${rounds} rounds of ${seconds} s, normal and crowd in turn.`,
    ],
  }
}

const middle = (
  answers: readonly LoadAnswer[],
  of: 'acceptedTimes' | 'shedTimes' | 'lateness',
  at: 'p50' | 'p95',
): string => ms(samplesOf(answers.map(answer => answer[of][at])).median)

const ms = (time: number) => `${time.toFixed(1)} ms`

/** All rounds together. */
function sumOf(answers: readonly LoadAnswer[]) {
  const sum = (part: 'sent' | 'unsent' | 'accepted' | 'shed' | 'told' | 'elapsed') =>
    answers.reduce((total, answer) => total + answer[part], 0)
  return {
    sent: sum('sent'),
    unsent: sum('unsent'),
    accepted: sum('accepted'),
    shed: sum('shed'),
    told: sum('told'),
    elapsed: sum('elapsed'),
    errors: answers.flatMap(({ errors }) =>
      Object.entries(errors).map(([what, count]) => `${count} ${what}`),
    ),
  }
}
