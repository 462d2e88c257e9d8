/**
 * Sends requests for one page at a rate, whether or not earlier ones have been answered, as a crowd
 * does. The gaps between them are random (exponential), the same at every run.
 */
import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../samples.ts'
import { seeded } from '../synthetic-funnel.ts'
import { answering } from '../worker.ts'

export type LoadAsked = {
  readonly port: number
  readonly path: string
  readonly seconds: number
  /**
   * Connections that are opened before the time begins and kept, as a proxy holds them; null opens
   * one whenever none is free, as new visitors do.
   */
  readonly connections: number | null
} & (
  | { /** Requests a second. */ readonly rate: number }
  | {
      /** Clients that each wait for an answer and then ask again at once. */ readonly clients: number
    }
)

export interface LoadAnswer {
  readonly sent: number
  /** Requests that were never sent, because too many were still open. */
  readonly unsent: number
  /** Answered 200 with a whole page. */
  readonly accepted: number
  /** Answered 503; `told` of them said when to come back. */
  readonly shed: number
  readonly told: number
  /** Everything else, by what it was. */
  readonly errors: Readonly<Record<string, number>>
  /** Milliseconds from sending to the last byte, of accepted pages and of refusals. */
  readonly acceptedTimes: Times
  readonly shedTimes: Times
  /** Milliseconds by which requests were sent later than planned. */
  readonly lateness: Times
  /** Seconds from the first request to the last answer. */
  readonly elapsed: number
}

export interface Times {
  readonly p50: number
  readonly p95: number
}

/** More than this many open requests would measure this client and not the server. */
const mostOpen = 2_000

/** One run. */
interface Run {
  readonly port: number
  readonly path: string
  readonly agent: Agent
  readonly counts: { sent: number; unsent: number; accepted: number; shed: number; told: number }
  readonly errors: Map<string, number>
  readonly times: { accepted: number[]; shed: number[]; late: number[] }
}

answering(async (question): Promise<LoadAnswer> => {
  const asked = question as LoadAsked
  const run: Run = {
    port: asked.port,
    path: asked.path,
    agent: agentOf(asked.connections),
    counts: { sent: 0, unsent: 0, accepted: 0, shed: 0, told: 0 },
    errors: new Map(),
    times: { accepted: [], shed: [], late: [] },
  }
  await opened(run, asked.connections ?? 0)
  const began = performance.now()
  await ('rate' in asked
    ? atRate(run, asked.rate, asked.seconds * 1000)
    : withClients(run, asked.clients, began + asked.seconds * 1000))
  const elapsed = (performance.now() - began) / 1000
  run.agent.destroy()
  return {
    ...run.counts,
    errors: Object.fromEntries(run.errors),
    acceptedTimes: timesOf(run.times.accepted),
    shedTimes: timesOf(run.times.shed),
    lateness: timesOf(run.times.late),
    elapsed,
  }
})

const agentOf = (connections: number | null): Agent =>
  new Agent({
    keepAlive: true,
    ...(connections === null ? {} : { maxSockets: connections, maxFreeSockets: connections }),
  })

/** `/health` is answered to everybody at any time. */
async function opened(run: Run, connections: number): Promise<void> {
  const health = { ...run, path: '/health' }
  await Promise.all(Array.from({ length: connections }, () => answerTo(health)))
}

const timesOf = (times: readonly number[]): Times => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
})

async function atRate(run: Run, rate: number, length: number): Promise<void> {
  const chance = seeded(1)
  const began = performance.now()
  const open = new Set<Promise<void>>()
  for (let due = 0; due < length; due += (-Math.log(1 - chance()) * 1000) / rate) {
    const early = began + due - performance.now()
    // Timers are no finer than a millisecond; what is due sooner goes at once.
    if (early >= 1) await wait(early)
    if (open.size >= mostOpen) {
      run.counts.unsent += 1
      continue
    }
    run.times.late.push(performance.now() - began - due)
    const answered = send(run).finally(() => open.delete(answered))
    open.add(answered)
  }
  await Promise.all(open)
}

async function withClients(run: Run, clients: number, until: number): Promise<void> {
  const client = async () => {
    while (performance.now() < until) await send(run)
  }
  await Promise.all(Array.from({ length: clients }, client))
}

async function send(run: Run): Promise<void> {
  run.counts.sent += 1
  const began = performance.now()
  const answer = await answerTo(run).catch((error: unknown) => codeOf(error))
  const time = performance.now() - began
  if (typeof answer === 'string') count(run, answer)
  else if (answer.status === 200 && answer.whole) {
    run.counts.accepted += 1
    run.times.accepted.push(time)
  } else if (answer.status === 503) {
    run.counts.shed += 1
    run.counts.told += answer.retryAfter ? 1 : 0
    run.times.shed.push(time)
  } else count(run, answer.whole ? `status ${answer.status}` : 'half a page')
}

const count = (run: Run, what: string) => run.errors.set(what, (run.errors.get(what) ?? 0) + 1)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

interface Answer {
  readonly status: number
  readonly retryAfter: boolean
  readonly whole: boolean
}

const answerTo = ({ port, path, agent }: Run): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, agent }, response => {
      response.resume()
      response.once('end', () => resolve(answerOf(response)))
      response.once('error', reject)
    })
    request.once('error', reject)
    request.setTimeout(10_000, () => request.destroy(new Error('no answer in ten seconds')))
  })

const answerOf = ({ statusCode = 0, headers, complete }: IncomingMessage): Answer => ({
  status: statusCode,
  retryAfter: /^\d+$/.test(headers['retry-after'] ?? ''),
  whole: complete,
})
