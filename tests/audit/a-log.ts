import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { sinksOf } from '../../src/platform/audit/open-audit.ts'
import { readLogKey, type LogKey } from '../../src/platform/audit/keys/log-key.ts'
import type { CheckpointSink } from '../../src/platform/audit/outside/sink.ts'
import { settle } from '../../src/platform/audit/sequencer/settle.ts'
import { inWords } from '../../src/platform/audit/verification/findings.ts'
import { inSnapshot } from '../../src/platform/audit/verification/queries.ts'
import { verifyArea, type AreaVerdict } from '../../src/platform/audit/verification/verify-area.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import type { TestDatabase } from '../builders/database.ts'
import { aTeam } from '../builders/people.ts'

/** The log of a force area of its own, with its keys and its copies outside. */
export interface TestLog {
  area: string
  slug: string
  dataDir: string
  sink: CheckpointSink
  key(): Promise<LogKey>
  /** Adds entries, each in a transaction of its own or all in one. */
  append(count: number, one?: 'transaction'): Promise<void>
  /** A round of the sequencer; answers the codes that it logged. */
  settle(): Promise<string[]>
  /** As superuser, with the triggers out of the way. */
  tamper(...statements: string[]): Promise<void>
  verify(asked?: { outside?: readonly string[]; from?: number; to?: number }): Promise<AreaVerdict>
  /** What a verification says, in words. */
  findings(outside?: readonly string[]): Promise<string[]>
}

export async function aLog(db: TestDatabase): Promise<TestLog> {
  const { areaId: area } = await aTeam(db)
  const slug = await withClient(db.owner, async client => {
    const text = 'select slug from access.force_area where id = $1'
    return (await client.query<{ slug: string }>(text, [area])).rows[0]!.slug
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'turnstone-audit-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const place = { dataDir, copies: null, name: 'turnstone.example' }
  const sink = sinksOf(place)(slug)
  const key = async () => (await readLogKey(dataDir, slug))!
  const log: TestLog = {
    area,
    slug,
    dataDir,
    sink,
    key,
    append: (count, one) =>
      withClient(db.owner, async client => {
        if (one) await client.query('begin')
        for (let n = 0; n < count; n += 1) await insertEntry(client, area, n)
        if (one) await client.query('commit')
      }),
    settle: async () => {
      const codes: string[] = []
      const note = (code: string) => void codes.push(code)
      const quiet = { info: note, warn: note, error: note }
      await settle({ door: db.door, keys: place, sinkOf: onlyOf(slug, sink), log: quiet })
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
        verifyArea(client, { area, key: by, outside: copies, from, to }),
      )
    },
    findings: async outside => {
      const verdict = await log.verify(outside === undefined ? {} : { outside })
      return verdict.findings.map(inWords)
    },
  }
  return log
}

/** Areas of other tests in this database copy to nowhere. */
const onlyOf =
  (slug: string, sink: CheckpointSink) =>
  (asked: string): CheckpointSink =>
    asked === slug ? sink : nowhere

const nowhere: CheckpointSink = {
  append: () => Promise.resolve(),
  read: () => Promise.resolve([]),
  last: () => Promise.resolve(null),
}

const values = (statement: string, area: string): string[] =>
  statement.includes('$1') ? [area] : []

export const insertEntry = (client: Client, area: string, n: number): Promise<unknown> =>
  client.query(
    `insert into audit.entry (area_id, class, verb, outcome, user_id, session_id, request_id, case_id,
       person_id, subjects, asked, allowed_by, purpose, recipient, codes, sought)
     values ($1, 'consultation', 'case.read', 'done', $2, $3, $4, $5, $6, $7, 'TS-7K3M-9QXC', 'team',
       'own-case', $8, $9, $10)`,
    [
      area,
      ...Array.from({ length: 5 }, () => randomUUID()),
      Array.from({ length: n % 4 }, () => randomUUID()),
      randomUUID(),
      n % 2 === 0 ? [] : ['own-surname'],
      n % 3 === 0 ? null : Buffer.from(`sealed ${String(n)}`),
    ],
  )
