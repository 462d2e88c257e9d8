/** Audit entries a second, as pages append them, against bare inserts of the same rows. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { thePublic } from '../../src/platform/access/actor.ts'
import type { Entry } from '../../src/platform/audit/entry.ts'
import { append } from '../../src/platform/audit/queries.ts'
import { areasWithLogs } from '../../src/platform/audit/sequencer/queries.ts'
import { connectionUrl, type Connection } from '../../src/platform/config/connection.ts'
import { openDoor } from '../../src/platform/db/door.ts'
import { rolesOfRunning } from '../../src/platform/db/embedded/embedded-database.ts'
import { readRun } from '../../src/platform/db/embedded/run-file.ts'
import type { Bench } from '../bench.ts'
import type { Figure, Outcome } from '../figure.ts'
import { takingTurns } from '../samples.ts'

export const auditBatches: Figure = {
  name: 'audit-batches',
  what: 'Audit entries a second that 8 clients append in transactions of 20 while the program numbers them, against bare inserts of the same rows',
  must: '>= 2,000/s',
  measure: bench => measure(bench, { together: 20, least: 2000 }),
}

export const auditSingles: Figure = {
  name: 'audit-singles',
  what: 'The same, each entry in a transaction of its own',
  must: '>= 300/s',
  measure: bench => measure(bench, { together: 1, least: 300 }),
}

interface Way {
  /** Entries of one transaction. */
  readonly together: number
  /** A second. */
  readonly least: number
}

const clients = 8
const rounds = 5
/** Milliseconds of one round. */
const length = 3000

async function measure(bench: Bench, { together, least }: Way): Promise<Outcome> {
  await bench.running()
  const { app, owner } = await connections(bench)
  const door = openDoor(app, { size: clients })
  const bare = await openBare(owner)
  try {
    const { ours, baseline, ratio } = await takingTurns(rounds, {
      ours: () =>
        aSecond(together, () =>
          door.writing(thePublic, async tx => {
            for (let n = 0; n < together; n += 1) await append(tx, entry())
          }),
        ),
      baseline: () => aSecond(together, client => bare.transaction(client, together)),
    })
    return {
      is: 'measured',
      value: ours.median,
      baseline: baseline.median,
      unit: '/s',
      ratio,
      met: ours.median >= least,
      spread: { value: ours.range, baseline: baseline.range },
      notes: [
        `${clients} connections, ${rounds} rounds of ${length / 1000} s each, on a database that waits for the disk at each commit. Ours go through the door and audit.append, which takes who acts from the signed context; the bare ones are prepared INSERTs into a table with the same columns and indexes, in plain transactions.`,
      ],
    }
  } finally {
    await door.close()
    await bare.close()
  }
}

/** The ways into the database of a program that runs, once it has made its demonstration. */
export async function connections({ dataDir }: Pick<Bench, 'dataDir'>) {
  const run = await readRun(dataDir)
  if (!run?.database) throw new Error('No program runs there.')
  const roles = await rolesOfRunning(dataDir, run.database.port)
  const door = openDoor(roles.owner, { size: 1 })
  try {
    for (let tries = 0; tries < 600; tries += 1) {
      if ((await door.writing(thePublic, areasWithLogs)).length > 0) return roles
      await wait(100)
    }
  } finally {
    await door.close()
  }
  throw new Error('waited a minute for the demonstration in vain')
}

/** Entries that all clients together get through in a second. */
async function aSecond(
  together: number,
  transaction: (client: number) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - began < length) {
        await transaction(client)
        done += together
      }
    }),
  )
  return done / ((performance.now() - began) / 1000)
}

const entry = (): Entry => ({
  class: 'consultation',
  verb: 'case.read',
  outcome: 'done',
  request: randomUUID(),
  case: randomUUID(),
  subjects: [randomUUID(), randomUUID()],
  allowedBy: 'team',
})

interface Bare {
  transaction(client: number, together: number): Promise<void>
  close(): Promise<void>
}

async function openBare(owner: Connection): Promise<Bare> {
  const open = Array.from({ length: clients }, () => new pg.Client(connectionUrl(owner)))
  await Promise.all(open.map(client => client.connect()))
  await open[0]?.query(`
    create schema if not exists bench;
    create table if not exists bench.entry (like audit.entry including defaults including indexes)`)
  const { rows } = (await open[0]?.query<{ id: string }>('select id from audit.areas()')) ?? {
    rows: [],
  }
  const area = rows[0]?.id
  return {
    transaction: async (at, together) => {
      const client = open[at]
      await client?.query('begin')
      for (let n = 0; n < together; n += 1) {
        const { request, case: caseId, subjects } = entry()
        await client?.query({ name: 'bare', text, values: [area, request, caseId, subjects] })
      }
      await client?.query('commit')
    },
    close: async () => {
      await open[0]?.query('drop schema bench cascade')
      await Promise.all(open.map(client => client.end()))
    },
  }
}

const text = `insert into bench.entry (area_id, class, verb, outcome, request_id, case_id, subjects, allowed_by)
  values ($1, 'consultation', 'case.read', 'done', $2, $3, $4, 'team')`
