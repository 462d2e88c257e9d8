/** How long after its commit an entry stands under a signed checkpoint, and under a copy outside. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionUrl } from '../../src/platform/config/connection.ts'
import type { Bench } from '../bench.ts'
import type { Figure, Outcome } from '../figure.ts'
import { samplesOf } from '../samples.ts'
import { connections } from './audit-rates.ts'

export const auditCheckpoint: Figure = {
  name: 'audit-checkpoint',
  what: 'From the commit of an audit entry to the signed checkpoint over it, the longest of thirty; copies outside are in the notes',
  must: '<= 1 s; copy <= 60 s',
  measure,
}

const times = 30

async function measure(bench: Bench): Promise<Outcome> {
  await bench.running()
  const client = new pg.Client(connectionUrl((await connections(bench)).owner))
  await client.connect()
  try {
    const [signed, copied]: [number[], number[]] = [[], []]
    const { rows } = await client.query<{ id: string; slug: string }>(
      'select id, slug from audit.areas() limit 1',
    )
    const { id = '', slug = '' } = rows[0] ?? {}
    const file = join(bench.dataDir, 'audit', `${slug}.checkpoints`)
    for (let time = 0; time < times; time += 1) {
      // Not in step with the rounds of the sequencer.
      await wait(100 + 37 * (time % 11))
      await client.query(entryText, [id])
      const began = performance.now()
      const size = await signedOver(client, id)
      signed.push((performance.now() - began) / 1000)
      if (time % 5 === 0) {
        await until(async () => lastSize(await readFile(file, 'utf8')) >= size)
        copied.push((performance.now() - began) / 1000)
      }
    }
    const { median, range } = samplesOf(signed)
    const longestCopy = Math.max(...copied)
    return {
      is: 'measured',
      value: range[1],
      baseline: null,
      unit: 's',
      ratio: null,
      met: range[1] <= 1 && longestCopy <= 60,
      spread: { value: range },
      notes: [
        `Checkpoint after ${median.toFixed(2)} s as a rule; copy outside after ${longestCopy.toFixed(1)} s at the longest of ${copied.length}. Looked for every 5 ms.`,
      ],
    }
  } finally {
    await client.end()
  }
}

const entryText = `insert into audit.entry (area_id, class, verb, outcome)
  values ($1, 'consultation', 'case.read', 'done')`

/** Waits until every entry has its place, and answers how many there are. */
async function signedOver(client: pg.Client, area: string): Promise<number> {
  const text = `select (select count(*) from audit.entry where area_id = $1) as entries,
    (select size from audit.newest($1)) as size`
  const found = { size: 0 }
  await until(async () => {
    const { rows } = await client.query<{ entries: string; size: string | null }>(text, [area])
    found.size = Number(rows[0]?.size ?? 0)
    return found.size === Number(rows[0]?.entries)
  })
  return found.size
}

const lastSize = (copies: string): number => Number(copies.trimEnd().split('\n').at(-4) ?? 0)

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 5) {
    if (await holds()) return
    await wait(5)
  }
  throw new Error('waited two minutes in vain')
}
