import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sequencerDoor, sinksOf } from '../../src/platform/audit/open-audit.ts'
import { readLogKey, type LogKey } from '../../src/platform/audit/keys/log-key.ts'
import type { CheckpointSink } from '../../src/platform/audit/outside/sink.ts'
import { settle } from '../../src/platform/audit/sequencer/settle.ts'
import { inWords } from '../../src/platform/audit/verification/findings.ts'
import { inSnapshot } from '../../src/platform/db/snapshot.ts'
import { databaseSource } from '../../src/platform/audit/verification/log-source.ts'
import { verifyArea, type AreaVerdict } from '../../src/platform/audit/verification/verify-area.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import type { ProgramKey } from '../../src/platform/sessions/program-key.ts'
import type { TestDatabase } from '../builders/database.ts'
import { aTeam } from '../builders/people.ts'

/** One for all logs of a file: a round of the sequencer is over all areas of the database. */
const folder: { made?: Promise<string> } = {}

/** Call once in a file, at its top level. */
export function removeKeysAfterwards(): void {
  afterAll(async () => {
    if (folder.made) await rm(await folder.made, { recursive: true, force: true })
  })
}

/** The log of a force area of its own, with its keys and its copies outside. */
export interface TestLog {
  area: string
  slug: string
  dataDir: string
  sink: CheckpointSink
  key(): Promise<LogKey>
  /** Adds entries, all in one transaction. */
  append(count: number): Promise<unknown>
  /** A round of the sequencer; answers the codes that it logged. */
  settle(sink?: CheckpointSink): Promise<string[]>
  /** As superuser, with the triggers out of the way. */
  tamper(...statements: string[]): Promise<void>
  verify(asked?: { outside?: readonly string[]; from?: number; to?: number }): Promise<AreaVerdict>
  /** What a verification says, in words. */
  findings(outside?: readonly string[]): Promise<string[]>
}

export async function aLog(db: TestDatabase): Promise<TestLog> {
  await forgetAreas(db)
  const { areaId: area } = await aTeam(db)
  const slug = await withClient(db.owner, async client => {
    const text = 'select slug from access.force_area where id = $1'
    return (await client.query<{ slug: string }>(text, [area])).rows[0]!.slug
  })
  const dataDir = await (folder.made ??= mkdtemp(join(tmpdir(), 'turnstone-audit-')))
  const place = { dataDir, copies: null, name: 'turnstone.example' }
  const sink = sinksOf(place)(slug)
  const key = async () => (await readLogKey(dataDir, slug))!
  const log: TestLog = {
    area,
    slug,
    dataDir,
    sink,
    key,
    append: count => withClient(db.owner, client => client.query(entriesText, [area, count])),
    settle: async (to = sink) => {
      const codes: string[] = []
      const note = (code: string) => void codes.push(code)
      const quiet = { info: note, warn: note, error: note }
      const door = sequencerDoor(db.door, await programOf(db))
      await settle({ door, keys: place, sinkOf: onlyOf(slug, to), log: quiet })
      return codes
    },
    tamper: (...statements) =>
      withClient(db.superuser, async client => {
        await client.query('set session_replication_role = replica')
        for (const statement of statements) await client.query(statement, values(statement, area))
      }),
    verify: async ({ outside, from, to } = {}) => {
      const copies = outside ?? (await sink.read())
      const by = await key()
      return inSnapshot(db.owner, client =>
        verifyArea(databaseSource(client, area), { key: by, outside: copies, from, to }),
      )
    },
    findings: async outside => {
      const verdict = await log.verify(outside === undefined ? {} : { outside })
      return verdict.findings.map(inWords)
    },
  }
  return log
}

/** A program that the database of a test knows. */
export async function programOf(db: TestDatabase): Promise<ProgramKey> {
  const key = Buffer.alloc(32, 7) as ProgramKey
  await withClient(db.owner, client => client.query('select access.register_program($1)', [key]))
  return key
}

/** Areas of other tests in this database copy to nowhere. */
const onlyOf =
  (slug: string, sink: CheckpointSink) =>
  (asked: string): CheckpointSink =>
    asked === slug ? sink : nowhere

/** A place outside that keeps nothing. */
export const nowhere: CheckpointSink = {
  append: () => Promise.resolve(),
  read: () => Promise.resolve([]),
  last: () => Promise.resolve(null),
}

/** A log of `size` entries with a checkpoint, and a copy of it outside, after each ten. */
export async function aSoundLog(db: TestDatabase, size = 200): Promise<TestLog> {
  const log = await aLog(db)
  for (let n = 0; n < size; n += 10) {
    await log.append(10)
    await log.settle()
  }
  return log
}

/** Those of earlier tests would be numbered along in each round. */
const forgetAreas = (db: TestDatabase): Promise<void> =>
  withClient(db.superuser, async client => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from access.force_area')
  })

const values = (statement: string, area: string): string[] =>
  statement.includes('$1') ? [area] : []

/** `$2` entries of area `$1` as the program makes them, no two alike. */
const entriesText = `
  insert into audit.entry (area_id, class, verb, outcome, user_id, session_id, request_id, case_id,
    person_id, subjects, asked, allowed_by, purpose, recipient, codes, sought)
  select $1, 'consultation', 'case.read', 'done', gen_random_uuid(), gen_random_uuid(),
    gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
    array(select gen_random_uuid() from generate_series(1, n % 4)), 'TS-7K3M-9QXC', 'team', 'own-case',
    gen_random_uuid(), case n % 2 when 0 then '{}'::text[] else '{own-surname}' end,
    case n % 3 when 0 then null else convert_to('sealed ' || n, 'UTF8') end
  from generate_series(1, $2::integer) as n`
