import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inject, onTestFinished, vi, type TestContext } from 'vitest'
import { inProgram } from '../../src/platform/config/program-root.ts'
import { connectionUrl } from '../../src/platform/config/connection.ts'
import { rolesOfRunning } from '../../src/platform/db/embedded/embedded-database.ts'
import { readRun } from '../../src/platform/db/embedded/run-file.ts'
import { madeFolder } from '../builders/made-folder.ts'

// Each start is a process and a database; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** The program as a person starts it: a process of its own. */
export interface Program {
  child: ChildProcess
  /** Settles with the address that the last line of the start names; fails when the program ends first. */
  ready: Promise<string>
  ended: Promise<Ended>
  /** What it has said so far on standard output. */
  out(): string
}

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface Way {
  dataDir: string
  env?: Record<string, string>
  words?: string[]
  /** What comes on its standard input. */
  input?: string
  node?: string
  /** Number of the user to run as, where we are root. */
  as?: number
  /** Shell commands to run first, as root with mounts of its own; the program follows in the same shell. */
  afterMounts?: string
  /** The program's folder as seen after the mounts. */
  root?: string
}

/** Starts the program on a free port; whatever is left of it ends with the test. */
export function startProgram(way: Way): Program {
  const program = launch(way)
  onTestFinished(async () => {
    program.child.kill('SIGTERM')
    await program.ended
  })
  return program
}

function launch(way: Way): Program {
  const { file, args } = commandOf(way)
  const env = { PATH: '/usr/bin:/bin', PORT: '0', DATA_DIR: way.dataDir, ...way.env }
  const identity = way.as === undefined ? {} : { uid: way.as, gid: way.as }
  const child = spawn(file, args, { env, cwd: '/', ...identity })
  child.stdin.on('error', () => undefined)
  child.stdin.end(way.input ?? '')
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => (said.out += String(chunk)))
  child.stderr.on('data', chunk => (said.err += String(chunk)))
  const ended = new Promise<Ended>(resolve =>
    child.once('close', code =>
      resolve({ code, out: withoutBuild(said.out), err: withoutBuild(said.err) }),
    ),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /^Turnstone is ready: (\S+)$/m.exec(said.out)?.[1]
      if (address !== undefined) resolve(address)
    })
    void ended.then(end => reject(new Error(`ended before it was ready: ${JSON.stringify(end)}`)))
  })
  ready.catch(() => undefined)
  return { child, ready, ended, out: () => said.out }
}

/** Somebody may have saved a source file since the last start. */
const withoutBuild = (text: string): string => text.replace(/^Turnstone built in [\d.]+ s\n/m, '')

/** Runs another command of the program to its end. */
export const runProgram = (way: Way): Promise<Ended> => startProgram(way).ended

/** An empty DATA_DIR that goes with the test. */
export async function emptyDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-fault-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** A DATA_DIR with a database that has been made, filled and stopped: a copy, because making takes longer. */
export async function madeDataDir(): Promise<string> {
  const made = madeFolder(inject('clones'))
  if (!existsSync(made)) await make(made)
  const folder = await emptyDataDir()
  spawnSync('cp', ['-a', `${made}/.`, folder])
  return folder
}

/** Made beside and renamed, so that no file of tests finds half of it; of two at once one is kept. */
async function make(made: string): Promise<void> {
  const folder = await mkdtemp(`${made}-`)
  const program = launch({ dataDir: folder })
  await program.ready
  await stopped(program)
  await rename(folder, made).catch(() => rm(folder, { recursive: true, force: true }))
}

/** Stops a program and answers how it ended. */
export async function stopped(
  program: Program,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<Ended> {
  program.child.kill(signal)
  return program.ended
}

/** The process of the database that the program on this DATA_DIR runs. */
export async function databasePid(dataDir: string): Promise<number> {
  const pid = (await readRun(dataDir))?.database?.pid
  if (pid === undefined) throw new Error('no database is running')
  return pid
}

/** The process that stops this database when the program is killed. */
export function guardPid(database: number): number {
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout
  const line = listed.split('\n').find(each => each.includes(`guard ${database}`))
  if (line === undefined) throw new Error('no guard')
  return Number.parseInt(line, 10)
}

/** A session as the owner of the running program's database. */
export async function ownerOf(dataDir: string): Promise<pg.Client> {
  const run = await readRun(dataDir)
  const { owner } = await rolesOfRunning(dataDir, run?.database?.port ?? 0)
  const client = new pg.Client(connectionUrl(owner))
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** Leaves something in the database of the running program, committed. */
export async function leaveMark(dataDir: string): Promise<void> {
  const client = await ownerOf(dataDir)
  await client.query('create schema mark; create table mark.kept as select 7 as value')
}

/** What `leaveMark` left. */
export async function readMark(dataDir: string): Promise<unknown> {
  const client = await ownerOf(dataDir)
  return (await client.query('select value from mark.kept')).rows[0]
}

/** Waits until a condition holds; fails after thirty seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await condition()) return
    await wait(50)
  }
  throw new Error('waited thirty seconds in vain')
}

/** Mounts that nobody else sees: only as root, and not in every container. */
export const needsMounts = (skip: TestContext['skip']): void =>
  skip(!canMount, 'this machine does not let us make mounts')

const canMount =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

function commandOf(way: Way): { file: string; args: string[] } {
  const node = way.node ?? process.execPath
  const program = join(way.root ?? inProgram(), 'bin', 'turnstone.js')
  const words = [program, ...(way.words ?? ['start'])]
  if (way.afterMounts === undefined) return { file: node, args: words }
  const script = `set -e\n${way.afterMounts}\nexec "$@"`
  return { file: 'unshare', args: ['-m', 'sh', '-c', script, 'sh', node, ...words] }
}
