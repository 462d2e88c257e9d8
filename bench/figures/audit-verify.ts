/** A verification of a million entries by the command, against only reading them. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { connectionUrl } from '../../src/platform/config/connection.ts'
import type { Bench } from '../bench.ts'
import type { Figure, Outcome } from '../figure.ts'
import { startDirectly } from '../program.ts'
import { takingTurns } from '../samples.ts'
import { connections } from './audit-rates.ts'

export const auditVerify: Figure = {
  name: 'audit-verify',
  what: 'turnstone audit verify of a log of 1,000,000 entries, against reading the same rows and doing nothing with them',
  must: '<= 60 s',
  measure,
}

const entries = 1_000_000
const atOnce = 1000
const rounds = 3

async function measure(bench: Bench): Promise<Outcome> {
  await bench.stop()
  const dataDir = await keptDataDir(bench.program)
  const program = await startDirectly(bench.program, dataDir)
  const client = new pg.Client(connectionUrl((await connections({ dataDir })).owner))
  try {
    await client.connect()
    await fill(client, dataDir)
    const { ours, baseline, ratio } = await takingTurns(rounds, {
      ours: () => verify(bench.program, dataDir),
      baseline: () => read(client),
    })
    return {
      is: 'measured',
      value: ours.median,
      baseline: baseline.median,
      unit: 's',
      ratio,
      met: ours.median <= 60,
      spread: { value: ours.range, baseline: baseline.range },
      notes: [
        `The whole command, from the shell and back, beside a program that runs. The log is kept in ${dataDir} from one run to the next. Bare: the same rows through a cursor of pg.`,
      ],
    }
  } finally {
    await client.end()
    await program.stop()
  }
}

/** A new one when the tables of the log have changed. */
async function keptDataDir(program: string): Promise<string> {
  const tables = globSync(join(program, 'migrations', '000{3,4}_*.sql')).sort()
  const digest = createHash('sha256').update(tables.map(path => readFileSync(path)).join('\n'))
  const folder = join(tmpdir(), 'turnstone-bench-audit')
  const dataDir = join(folder, digest.digest('hex').slice(0, 12))
  if (!existsSync(dataDir)) await rm(folder, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  await chmod(folder, 0o755)
  return dataDir
}

/** Entries as many transactions make them, and all of them numbered. */
async function fill(client: pg.Client, dataDir: string): Promise<void> {
  const done = join(dataDir, 'filled')
  if (existsSync(done)) return
  for (let made = 0; made < entries; made += atOnce) await client.query(entriesText, [atOnce])
  await client.query('vacuum analyze audit.entry')
  await numbered(client)
  await client.query('vacuum analyze audit.leaf')
  await writeFile(done, '')
}

async function numbered(client: pg.Client): Promise<void> {
  for (let waited = 0; waited < 1200; waited += 1) {
    const { rows } = await client.query<{ left: string }>(leftText)
    if (rows[0]?.left === '0') return
    await wait(1000)
  }
  throw new Error('waited twenty minutes for the numbering in vain')
}

async function verify(program: string, dataDir: string): Promise<number> {
  const began = performance.now()
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['bin/turnstone.js', 'audit', 'verify'], {
    cwd: program,
    env: { ...process.env, DATA_DIR: dataDir },
  })
  const seconds = (performance.now() - began) / 1000
  const said = /: whole, ([\d,]+) entries/.exec(stdout)?.[1] ?? '0'
  if (Number(said.replaceAll(',', '')) < entries) throw new Error(`It said: ${stdout}`)
  return seconds
}

async function read(client: pg.Client): Promise<number> {
  const began = performance.now()
  await client.query('begin')
  await client.query(
    `declare bare no scroll cursor for select l.index, l.hash, e.* from audit.leaf l
     join audit.entry e on e.id = l.entry_id order by l.area_id, l.index`,
  )
  for (let rows = 1; rows > 0;) rows = (await client.query('fetch 5000 from bare')).rows.length
  await client.query('commit')
  return (performance.now() - began) / 1000
}

const entriesText = `
  insert into audit.entry (area_id, class, verb, outcome, user_id, session_id, request_id, case_id, subjects, allowed_by)
  select (select id from audit.areas() limit 1), 'consultation', 'case.read', 'done', gen_random_uuid(),
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
    array(select gen_random_uuid() from generate_series(1, n % 3)), 'team'
  from generate_series(1, $1::integer) n`

const leftText = `select (select count(*) from audit.entry) - (select count(*) from audit.leaf) as left`
