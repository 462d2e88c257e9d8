import { randomUUID } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Audit } from '../audit/open-audit.ts'
import type { ActionName } from '../access/permissions.ts'
import type { Clock } from '../clock/clock.ts'
import type { Door } from '../db/door.ts'
import type { Log } from '../log/log.ts'
import { openAdmission, type Admission } from './admission.ts'
import { answersLookAlike } from './answers.tsx'
import { jsonApi } from './api.ts'
import { readAssets } from './assets/manifest.ts'
import { errorsBecomeSentences, refuseUnknownAddresses } from './errors.ts'
import { answersStayFresh } from './freshness.ts'
import { health } from './health.ts'
import { usualLimits, type WebLimits } from './limits.ts'
import { openListener } from './listener.ts'
import type { Module } from './module.ts'
import { readQuery, refuseUnreadable } from './query.ts'
import { requestsAct, type Inbox } from './acting.ts'
import { addModule, tablesOf } from './decided.ts'
import { readForms } from './form-body.ts'
import { draftRoutes } from './forms/drafts.ts'
import { frameMaker } from './frame-for.ts'
import { guardRoutes } from './guard.ts'
import { requestsHavePeople } from './person.ts'
import { refusalsTellNoTime } from './refusals.ts'
import { requestsRead } from './request.ts'
import { sessionCookie } from './session-cookie.ts'
import { sendSecurityHeaders } from './security-headers.ts'

export interface WebParts {
  door: Door
  clock: Clock
  log: Log
  /** The numbering of the audit log, where this program runs it. */
  audit?: Pick<Audit, 'state'>
  modules: readonly Module[]
  version: string
  /** Whether people reach the program over TLS. */
  secure?: boolean
  /** Whether all people in the database are invented, which each page then says. */
  isDemonstration?: boolean
  /** What the header of somebody's pages leads to and counts. */
  inbox?: Inbox
  /** Proxies in front, by address or range, whose `X-Forwarded-For` is believed; nobody else's is. */
  trustedProxies?: readonly string[]
  /** Folder of the built files that pages link to. */
  assetsFolder: string
  /** Requests at work when many come in one moment after some rest (admission.ts). */
  admitted: number
  /** Where a client stops being welcome; what is not named is as usual. */
  limits?: Partial<WebLimits>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Patterns of all addresses that answer GET, so that a check of all pages misses none. */
    addressPatterns: readonly string[]
    /** Every route that does an action, so that the matrix of access misses none. */
    actingRoutes: readonly ActingRoute[]
  }
}

export interface ActingRoute {
  verb: string
  url: string
  action: ActionName
}

/** Puts the life of a request together; read top to bottom it is what happens to one. */
export async function createWebServer(parts: WebParts): Promise<FastifyInstance> {
  const { door, clock, log, modules } = parts
  const limits = { ...usualLimits, ...parts.limits }
  const navigation = modules.flatMap(module => module.navigation)
  const frame = {
    navigation,
    ifNotFound: modules.flatMap(module => module.ifNotFound ?? []),
    assets: readAssets(`${parts.assetsFolder}/manifest.json`),
  }
  // What is answered before anybody is recognised offers what is open to all.
  const openFrame = {
    ...frame,
    navigation: navigation.filter(({ action }) => action === undefined),
    ifNotFound: [],
  }
  const admission = openAdmission({ atOnce: parts.admitted, underLoad: limits.underLoad }, clock)
  const listener = openListener({ frame: openFrame, limits, admission, clock, log })
  const tables = tablesOf(modules)
  const app = Fastify({
    serverFactory: listener.serve,
    clientErrorHandler: listener.refuseConnection,
    frameworkErrors: listener.refuseAddress,
    genReqId: () => randomUUID(),
    routerOptions: { querystringParser: readQuery, maxParamLength: 100, ignoreTrailingSlash: true },
    bodyLimit: 64 * 1024,
    handlerTimeout: limits.work,
    trustProxy: [...(parts.trustedProxies ?? [])],
    forceCloseConnections: 'idle',
    // While the program stops, what still comes is answered like everything before it.
    return503OnClosing: false,
  })
  listAddresses(app)
  answersLookAlike(
    app,
    frameMaker(frame, {
      tables,
      clock,
      inbox: parts.inbox,
      isDemonstration: parts.isDemonstration ?? false,
    }),
  )
  sendSecurityHeaders(app)
  refuseUnreadable(app)
  const readToken = await sessionCookie(app, parts.secure ?? false)
  requestsRead(app, door, clock)
  requestsHavePeople(app, door, readToken)
  refuseUnknownAddresses(app)
  requestsAct(app, door, { tables, inbox: parts.inbox })
  readForms(app)
  guardRoutes(app, tables)
  leaveWhenAnswered(app, admission)
  refusalsTellNoTime(app, limits.refusal)
  answersStayFresh(app)
  logAnswers(app, log)
  errorsBecomeSentences(app, log, openFrame)
  await app.register(fastifyStatic, {
    root: parts.assetsFolder,
    prefix: '/assets/',
    // A route for each file that is there now: no path can lead to another.
    wildcard: false,
    globIgnore: ['manifest.json', '**/*.br', '**/*.gz'],
    dotfiles: 'ignore',
    index: false,
    preCompressed: true,
    acceptRanges: false,
    // Names hold a digest of the content.
    immutable: true,
    maxAge: '365d',
  })
  await jsonApi(app, parts.version)
  health(app, { door, audit: parts.audit }, limits.health)
  draftRoutes(app, door)
  for (const module of modules) await addModule(app, module)
  return app
}

function listAddresses(app: FastifyInstance): void {
  const [addresses, acting]: [string[], ActingRoute[]] = [[], []]
  app.decorate('addressPatterns', addresses)
  app.decorate('actingRoutes', acting)
  app.addHook('onRoute', ({ method, url, config }) => {
    const methods = [method].flat()
    if (methods.includes('GET')) addresses.push(url)
    const action = config?.action
    if (action !== undefined) acting.push(...methods.map(verb => ({ verb, url, action })))
  })
}

/** The answer is made: what remains is to send it, which may take as long as the client likes. */
function leaveWhenAnswered(app: FastifyInstance, admission: Admission): void {
  app.addHook('onSend', (request, _reply, payload, done) => {
    admission.leave(request.raw)
    done(null, payload)
  })
}

/** The route's pattern, never the address: an address may hold what somebody typed. */
function logAnswers(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    log.info('ANSWERED', {
      request: request.id,
      verb: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
    done()
  })
}
