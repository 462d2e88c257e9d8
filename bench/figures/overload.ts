/** How long accepted pages take while ten times more is asked than can be answered. */
import type { Bench } from '../bench.ts'
import type { LoadAnswer, LoadAsked } from '../clients/load.ts'
import type { Figure, Measured } from '../figure.ts'
import { page } from '../page.ts'
import { firstPath } from '../program.ts'
import { startWorker } from '../worker.ts'

export const overload: Figure = {
  name: 'overload',
  what: 'Time of accepted pages (95th percentile) at ten times the load that can be answered, against the time at half of it',
  must: '<= 3 times, the rest 503 with Retry-After, no other error, well 2 s after',
  measure,
}

/** Clients that keep the server busy without ever being shed. */
const busyClients = 4
/** Share of the capacity that counts as a normal day. */
const normalShare = 0.5
const times = 10

interface Runs {
  readonly capacity: number
  readonly normal: LoadAnswer
  readonly crowd: LoadAnswer
  /** Seconds after the last answer until the server answered a page and its health again. */
  readonly recovered: number
}

async function measure(bench: Bench): Promise<Measured> {
  const { port } = await bench.running()
  const client = startWorker<LoadAsked, LoadAnswer>('clients/load.ts')
  try {
    return outcomeOf(await runsOf(client, port))
  } finally {
    await client.stop()
  }
}

/** Under 15 seconds in all. */
async function runsOf(
  client: ReturnType<typeof startWorker<LoadAsked, LoadAnswer>>,
  port: number,
): Promise<Runs> {
  const at = { port, path: firstPath }
  await client.ask({ ...at, clients: busyClients, seconds: 2 })
  const busy = await client.ask({ ...at, clients: busyClients, seconds: 2 })
  const capacity = busy.accepted / busy.elapsed
  await rest()
  const normal = await client.ask({ ...at, rate: capacity * normalShare, seconds: 3 })
  await rest()
  const crowd = await client.ask({ ...at, rate: capacity * times, seconds: 4 })
  return { capacity, normal, crowd, recovered: await recovery(port) }
}

const rest = () => new Promise(resolve => setTimeout(resolve, 700))

async function recovery(port: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < 10_000) {
    const answers = await Promise.all(
      [page(port, firstPath), page(port, '/health')].map(each => each.catch(() => null)),
    )
    if (answers.every(answer => answer?.status === 200)) break
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return (performance.now() - began) / 1000
}

function outcomeOf({ capacity, normal, crowd, recovered }: Runs): Measured {
  const [value, baseline] = [crowd.acceptedTimes.p95, normal.acceptedTimes.p95]
  const errors = Object.entries({ ...normal.errors, ...crowd.errors }).map(
    ([what, count]) => `${count} ${what}`,
  )
  const isClean = errors.length === 0 && crowd.shed > 0 && crowd.told === crowd.shed
  return {
    is: 'measured',
    value,
    baseline,
    unit: 'ms',
    ratio: value / baseline,
    met: value <= 3 * baseline && isClean && recovered <= 2,
    notes: [
      `Capacity: ${capacity.toFixed(0)} pages a second, with ${busyClients} clients that ask again at once. Normal: requests at random moments, ${normalShare} of that rate; ${normal.accepted} accepted, ${normal.shed} shed; ${timesInWords(normal)}.`,
      `Crowd: the same at ${times} times the capacity: ${crowd.sent} requests, ${percent(crowd.shed / crowd.sent)} answered 503 (${crowd.told} of ${crowd.shed} with Retry-After), ${crowd.accepted} pages accepted, ${(crowd.accepted / crowd.elapsed).toFixed(0)} a second; ${timesInWords(crowd)}.`,
      `Refusals took ${ms(crowd.shedTimes.p50)} (median) and ${ms(crowd.shedTimes.p95)} (95th percentile). Other errors: ${errors.join(', ') || 'none'}. Page and health answered again after ${recovered.toFixed(2)} s.`,
      `The client is a process of its own and shares the cores with server and database; it sent ${ms(crowd.lateness.p95)} late (95th percentile) and left ${crowd.unsent} unsent.`,
    ],
  }
}

const timesInWords = ({ acceptedTimes }: LoadAnswer) =>
  `accepted pages took ${ms(acceptedTimes.p50)} (median) and ${ms(acceptedTimes.p95)} (95th percentile)`

const ms = (time: number) => `${time.toFixed(1)} ms`

const percent = (share: number) => `${(share * 100).toFixed(0)}%`
