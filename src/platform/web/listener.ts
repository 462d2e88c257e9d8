import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock/clock.ts'
import type { Log } from '../log/log.ts'
import type { Admission } from './admission.ts'
import type { Frame } from './answers.tsx'
import { bareAnswer, sendBare, type BareAnswer } from './bare-answers.tsx'
import type { WebLimits } from './limits.ts'
import { unreadableConnections } from './unreadable.ts'

/**
 * What stands before the routes: it reads connections, keeps clients within their time, and turns
 * requests away for which there is no place. Little is done for each, because under load most
 * requests get no further.
 */
export interface Listener {
  /** The HTTP server that hands what is let in to `route`. */
  serve: (route: Route) => Server
  /** For what came over a connection but is no HTTP request, or came too slowly. */
  refuseConnection: (error: Error & { code?: string }, connection: Duplex) => void
  /** For an address that no router can read. */
  refuseAddress: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void
}

type Route = (request: IncomingMessage, response: ServerResponse) => void

export interface ListenerParts {
  frame: Frame
  limits: WebLimits
  admission: Admission
  clock: Clock
  log: Log
}

/** Seconds after which it is worth while to ask a busy server again. */
const retryAfter = 2

export function openListener({ frame, limits, admission, clock, log }: ListenerParts): Listener {
  const busy = bareAnswer(frame, 503, { retryAfter })
  const unreadable = bareAnswer(frame, 400)
  const nowhere = bareAnswer(frame, 404)
  const unknownExpectation = bareAnswer(frame, 417)
  const broken = bareAnswer(frame, 500)
  const latest = new WeakMap<Duplex, ServerResponse>()
  const logShed = onceASecond(clock, () => log.warn('LOAD_SHED', { status: 503 }))

  /** What is wrong before any route is asked, if anything. */
  const hindrance = (request: IncomingMessage, response: ServerResponse): BareAnswer | null => {
    const address = originForm(request.url ?? '')
    if (address === null || !isWellFormed(request)) {
      log.info('UNREADABLE', { status: 400 })
      return unreadable
    }
    request.url = address
    if (isExempt(address) || takePlace(admission, limits, request, response)) return null
    logShed()
    return busy
  }

  const receive = (route: Route) => (request: IncomingMessage, response: ServerResponse) => {
    latest.set(request.socket, response)
    keepInTime(request, response, limits)
    const refused = hindrance(request, response)
    try {
      if (refused === null) route(request, response)
      else sendBare(refused, request, response)
    } catch {
      // What is thrown here would end the whole program for one request.
      log.error('UNEXPECTED', { status: 500 })
      if (!response.headersSent) sendBare(broken, request, response)
    }
  }

  return {
    serve: route => {
      const server = createServer(timesOf(limits), receive(route))
      server.maxConnections = limits.connections
      server.on('checkExpectation', (request, response) =>
        sendBare(unknownExpectation, request, response),
      )
      return server
    },
    refuseAddress: (error, request, reply) => {
      const answer = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? nowhere : unreadable
      const { id, method: verb } = request
      log.info('ANSWERED', { request: id, verb, route: 'none', status: answer.status })
      admission.leave(request.raw)
      // Fastify calls this before its hooks and its decorations, so only the bare answer is there.
      sendBare(answer, request.raw, reply.raw)
    },
    refuseConnection: unreadableConnections({ frame, limits, log, latest }),
  }
}

/** We look for the host ourselves, because Node's own refusal is an empty page. */
const timesOf = (limits: WebLimits) => ({
  headersTimeout: limits.headers,
  requestTimeout: limits.request,
  keepAliveTimeout: limits.keepAlive,
  connectionsCheckingInterval: limits.sweep,
  requireHostHeader: false,
})

/** A proxy may send the whole address (RFC 9112, 3.2.2); whose it is does not matter to us. */
function originForm(target: string): string | null {
  if (target.startsWith('/')) return target
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? []
  return rest === undefined ? null : `/${rest.replace(/^\//, '')}`
}

/**
 * Files of a page that was let in must come too, and whoever watches over us must get an answer most
 * of all under load. Neither is much work: files are small, and one look at the database serves all
 * who ask for it meanwhile (health.ts).
 */
const isExempt = (url: string): boolean =>
  url.startsWith('/assets/') || url === '/health' || url.startsWith('/health?')

/**
 * A place is held from arrival until the answer is made (routes give it back), not until the client
 * has read it: a slow reader holds a connection but no place. A client who goes away leaves work
 * behind; its place is held until that is done, else coming and going would get round the limit.
 * A route that reads a body will have to take its place after the body has come.
 */
function takePlace(
  admission: Admission,
  limits: WebLimits,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (!admission.enter(request)) return false
  response.once('close', () => {
    if (response.writableFinished) admission.leave(request)
    else setTimeout(() => admission.leave(request), limits.abandoned).unref()
  })
  return true
}

/** Nobody may take for ever, neither to read an answer nor to send a body that is not wanted. */
function keepInTime(request: IncomingMessage, response: ServerResponse, limits: WebLimits): void {
  const { socket } = request
  const deadline = setTimeout(() => socket.destroy(), limits.exchange)
  response.once('close', () => {
    clearTimeout(deadline)
    if (request.complete || socket.destroyed) return
    setTimeout(() => {
      if (!request.complete) socket.destroy()
    }, limits.linger).unref()
  })
}

/**
 * What Node lets through though RFC 9112 forbids it: no host or several (3.2; HTTP/1.0 knew none), and
 * a transfer coding on whose end a proxy before us may not agree (6.1).
 */
function isWellFormed({ rawHeaders, headers, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && /^host$/i.test(text)).length
  const coding = headers['transfer-encoding'] ?? 'chunked'
  return (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) && /^chunked$/i.test(coding)
}

/** Under load one line says as much as a thousand. */
function onceASecond(clock: Clock, act: () => void): () => void {
  const last = { at: Number.NEGATIVE_INFINITY }
  return () => {
    if (clock.elapsed() - last.at < 1_000) return
    last.at = clock.elapsed()
    act()
  }
}
