import type { ProgramKey } from '../../../src/platform/sessions/program-key.ts'
import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, onTestFinished } from 'vitest'
import { createServer } from '../../../src/app.ts'
import { systemClock } from '../../../src/platform/clock/clock.ts'
import { inProgram } from '../../../src/platform/config/program-root.ts'
import type { Door } from '../../../src/platform/db/door.ts'
import { openLog } from '../../../src/platform/log/log.ts'
import type { WebLimits } from '../../../src/platform/web/limits.ts'
import { createWebServer } from '../../../src/platform/web/server.ts'

/** A server that takes connections, as people and programs reach it. */
export interface Listening {
  app: FastifyInstance
  port: number
  /** Everything that was logged, a line each. */
  logged: string[]
}

/** The whole product; call at the top level of a file. */
export async function listeningProduct(
  door: Door,
  limits: Partial<WebLimits> = {},
): Promise<Listening> {
  const { logged, log } = keptLog()
  const parts = { door, clock: systemClock, log, limits }
  return listen(await createServer({ ...unknown, ...parts }), logged)
}

/** The web server with routes of the test's own. */
export async function listeningRoutes(
  routes: (app: FastifyInstance) => void,
  parts: {
    door?: Door
    limits?: Partial<WebLimits>
    admitted?: number
    trustedProxies?: string[]
  } = {},
): Promise<Listening> {
  const { logged, log } = keptLog()
  const app = await createWebServer({
    door: noDoor,
    admitted: 16,
    ...parts,
    clock: systemClock,
    log,
    version: '0',
    assetsFolder: inProgram('dist', 'assets'),
    modules: [{ name: 'test', permissions: {}, navigation: [], routes, referenceLoaders: [] }],
  })
  return listen(app, logged)
}

function keptLog() {
  const logged: string[] = []
  const write = (line: string) => void logged.push(line)
  return { logged, log: openLog({ clock: systemClock, write, style: 'json' }) }
}

const noDoor: Door = {
  reading: () => Promise.reject(new Error('these routes read nothing')),
  writing: () => Promise.reject(new Error('these routes write nothing')),
  glancing: () => Promise.reject(new Error('these routes know nobody')),
  close: () => Promise.resolve(),
}

async function listen(app: FastifyInstance, logged: string[]): Promise<Listening> {
  afterAll(async () => {
    app.server.closeAllConnections()
    await app.close()
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const at = app.server.address()
  return { app, logged, port: typeof at === 'object' && at !== null ? at.port : 0 }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

interface Asking {
  method?: string
  headers?: OutgoingHttpHeaders
  body?: string
}

const kept = new Agent({ keepAlive: true, maxSockets: 200 })

/** Asks for a path exactly as it is written: nothing is normalised on the way, as a browser would. */
export function ask(port: number, path: string, asking: Asking = {}): Promise<Answer> {
  const { body, ...options } = { agent: kept, ...asking }
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path, ...options }, reply => {
      text(reply).then(
        body => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }),
        reject,
      )
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** What came back over one connection on which bytes were sent as they are. */
export interface Heard {
  text: string
  /** The status of each answer, in order. */
  statuses: number[]
  /** Whether the server closed the connection while we listened. */
  closed: boolean
}

/** Sends bytes and listens for `patience` milliseconds or until the server closes. */
export async function talk(port: number, bytes: string, patience = 400): Promise<Heard> {
  const socket = await connected(port)
  const heard: Heard = { text: '', statuses: [], closed: false }
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString('latin1')))
  socket.write(bytes, 'latin1')
  await Promise.race([ended(socket).then(() => (heard.closed = true)), wait(patience)])
  heard.statuses = [...heard.text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) =>
    Number(status),
  )
  return heard
}

/** A connection of the test's own, which ends with it. */
export function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return new Promise(resolve => socket.once('connect', () => resolve(socket)))
}

/** Settles when the other side has closed the connection. */
export const ended = (socket: Socket): Promise<void> =>
  new Promise(resolve => {
    socket.once('end', () => resolve())
    socket.once('close', () => resolve())
    socket.resume()
  })

/** Nobody signs in here, so it does not matter that the database knows no such program. */
const unknown = { key: Buffer.alloc(32) as ProgramKey, publicAddress: null, personas: [] }
