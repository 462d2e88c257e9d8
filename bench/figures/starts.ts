/** Seconds from the start of the program to its first page, against a bare server's. */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Figure, Measured } from '../figure.ts'
import { page } from '../page.ts'
import { freePort, startWithNpm } from '../program.ts'
import { takingTurns, type Round } from '../samples.ts'

export const firstStart: Figure = {
  name: 'first-start',
  what: 'From npm start to the first page after npm ci (nothing built, no database), against a bare node:http server',
  must: '<= 25 s',
  measure: bench => measured(bench, { rounds: 3, most: 25, before: () => madeNew(bench) }),
}

export const secondStart: Figure = {
  name: 'second-start',
  what: 'From npm start to the first page once built and with a database, against a bare node:http server',
  must: '<= 3 s',
  measure: bench => measured(bench, { rounds: 5, most: 3, before: () => madeBefore(bench) }),
}

interface Way {
  readonly rounds: number
  /** Seconds. */
  readonly most: number
  /** Brings program and DATA_DIR to where the start begins. */
  readonly before: () => Promise<void>
}

async function measured(bench: Bench, { rounds, most, before }: Way): Promise<Measured> {
  await bench.stop()
  const { ours, baseline, ratio } = await takingTurns(rounds, {
    ours: async () => {
      await before()
      return startOnce(bench)
    },
    baseline: bareStart,
  })
  return {
    is: 'measured',
    value: ours.median,
    baseline: baseline.median,
    unit: 's',
    ratio,
    met: ours.median <= most,
    spread: { value: ours.range, baseline: baseline.range },
    notes: [
      `Median of ${rounds} starts, asked for /inspections every 10 ms from the moment of the start until it answered 200. The ratio is for information: a bare server has nothing to start.`,
    ],
  }
}

async function startOnce({ program, dataDir }: Bench): Promise<number> {
  const started = await startWithNpm(program, dataDir)
  await started.stop()
  return started.firstPage
}

/** As `npm ci` leaves it: packages installed, nothing else made. */
async function madeNew({ program, dataDir }: Bench): Promise<void> {
  await rm(dataDir, { recursive: true, force: true })
  await rm(join(program, 'dist'), { recursive: true, force: true })
}

/** Started and stopped once, unless an earlier figure has done so. */
async function madeBefore(bench: Bench): Promise<void> {
  if (bench.isMade()) return
  await startOnce(bench)
}

const bareServer = `require('node:http')
  .createServer((_request, response) => response.end('answered'))
  .listen(Number(process.argv[1]), '127.0.0.1')`

const bareStart: Round = async () => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, ['-e', bareServer, String(port)], { stdio: 'ignore' })
  const ended = new Promise(resolve => child.once('close', resolve))
  try {
    while ((await page(port, '/').catch(() => null)) === null) {
      if (child.exitCode !== null) throw new Error('The bare server did not start.')
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    return (performance.now() - began) / 1000
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
