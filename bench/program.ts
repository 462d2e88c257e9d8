/** The program as a person starts it: a process of its own on a free port, with its own database. */
import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { page } from './page.ts'

export interface Program {
  readonly port: number
  /** Seconds from the start to the first whole page. */
  readonly firstPage: number
  /** The page that answered first. */
  readonly html: string
  /** Asks the program to stop and waits until it has, database and all. */
  stop(): Promise<void>
}

/** Starts with `npm start`, under npm's own Node. */
export const startWithNpm = (program: string, dataDir: string): Promise<Program> =>
  start(['npm', 'start'], program, dataDir)

/** Starts without npm, so that the process is ours alone to measure. */
export const startDirectly = (program: string, dataDir: string): Promise<Program> =>
  start([process.execPath, 'bin/turnstone.js', 'start'], program, dataDir)

/** The path whose first answer counts as the first page. */
export const firstPath = '/inspections'

async function start(command: string[], program: string, dataDir: string): Promise<Program> {
  const [file = '', ...words] = command
  const port = await freePort()
  const said = await open(join(dataDir, '..', 'program.log'), 'a')
  const began = performance.now()
  const child = spawn(file, words, {
    cwd: program,
    env: { ...ownEnvironment(), PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', said.fd, said.fd],
  })
  const ended = new Promise<void>(resolve => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  await said.close()
  const html = await firstAnswer(child, port).catch(async (error: unknown) => {
    const log = await readFile(join(dataDir, '..', 'program.log'), 'utf8')
    throw new Error(`The program did not answer. It said: ${log.slice(-1000)}`, { cause: error })
  })
  const firstPage = (performance.now() - began) / 1000
  return { port, firstPage, html, stop: () => stop(child, ended) }
}

/** Without what `npm run bench` adds, so that npm runs on the machine's Node, as in a shell. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|PORT$|HOST$|DATA_DIR$|DATABASE_|TURNSTONE_)/.test(name),
  )
  const path = (process.env['PATH'] ?? '').split(':').filter(folder => !folder.endsWith('/.bin'))
  return { ...Object.fromEntries(kept), PATH: path.join(':') }
}

async function firstAnswer(child: ChildProcess, port: number): Promise<string> {
  for (let waited = 0; waited < 120_000; waited += 10) {
    if (child.exitCode !== null) break
    const answer = await page(port, firstPath).catch(() => null)
    if (answer?.status === 200) return answer.body
    await wait(10)
  }
  child.kill('SIGTERM')
  throw new Error(`exit code ${String(child.exitCode)}`)
}

/** npm passes the signal on to the program and ends with it. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const slow = AbortSignal.timeout(20_000)
  slow.addEventListener('abort', () => child.kill('SIGKILL'))
  await ended
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
