import { randomUUID } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Clock } from '../clock/clock.ts'
import type { Door } from '../db/door.ts'
import type { Log } from '../log/log.ts'
import { admit } from './admission.ts'
import { answersLookAlike } from './answers.tsx'
import { jsonApi } from './api.ts'
import { readAssets } from './assets/manifest.ts'
import { errorsBecomeSentences, watchForOtherVerbs } from './errors.ts'
import { health } from './health.ts'
import type { Module } from './module.ts'
import { readQuery, unreadable, type Query } from './query.ts'
import { requestsAct } from './request.ts'
import { securityHeaders } from './security-headers.ts'

export interface WebParts {
  door: Door
  clock: Clock
  log: Log
  modules: readonly Module[]
  version: string
  /** Folder of the built files that pages link to. */
  assetsFolder: string
  /** Requests at work at once before others are asked to come back. */
  admitted: number
}

/** Puts the life of a request together; read top to bottom it is what happens to one. */
export async function createWebServer(parts: WebParts): Promise<FastifyInstance> {
  const { door, clock, log, modules } = parts
  const app = Fastify({
    genReqId: () => randomUUID(),
    routerOptions: { querystringParser: readQuery, maxParamLength: 100, ignoreTrailingSlash: true },
    bodyLimit: 64 * 1024,
    trustProxy: false,
    // A client that sends slowly may not hold a socket for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => reply.refuse(400),
  })
  const assets = readAssets(`${parts.assetsFolder}/manifest.json`)
  const navigation = modules.flatMap(module => module.navigation)
  answersLookAlike(app, { navigation, assets })
  const refuseOtherVerbs = watchForOtherVerbs(app)

  await securityHeaders(app)
  admit(app, parts.admitted)
  refuseUnreadable(app)
  requestsAct(app, door, clock)
  logAnswers(app, log)
  errorsBecomeSentences(app, log)
  await app.register(fastifyStatic, {
    root: parts.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    preCompressed: true,
    maxAge: '365d',
    dotfiles: 'ignore',
    index: false,
    globIgnore: ['manifest.json'],
  })
  await jsonApi(app, parts.version)
  health(app, door)
  for (const module of modules) module.routes(app)
  refuseOtherVerbs()
  return app
}

function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const sentence = (request.query as Query)[unreadable]
    if (sentence === undefined) done()
    else reply.refuse(400, { sentence })
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
