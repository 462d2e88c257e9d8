import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { signerOf } from '../../src/methods/hash-tree/signer.ts'
import { verifierKeyText } from '../../src/methods/hash-tree/verifier-key.ts'
import { checkExport } from '../../src/platform/audit/export/check-export.ts'
import type { ExportFile } from '../../src/platform/audit/export/export-file.ts'
import { exportLog } from '../../src/platform/audit/export/make-export.ts'
import { hasEntryAbout } from '../../src/platform/audit/export/queries.ts'
import type { LogKey } from '../../src/platform/audit/keys/log-key.ts'
import { numbered } from '../../src/platform/audit/sequencer/grow.ts'
import { emptyTree } from '../../src/methods/hash-tree/compact-range.ts'
import { inSnapshot } from '../../src/platform/db/snapshot.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { aSoundLog, removeKeysAfterwards, type TestLog } from './a-log.ts'
import { chooserOf, type Choose } from './changes.ts'

const db = await testDatabase()
removeKeysAfterwards()

const subject = randomUUID()
const made: { log?: TestLog; file?: ExportFile } = {}

beforeAll(async () => {
  const log = await aSoundLog(db, 60)
  await withClient(db.owner, async client => {
    for (const column of ['user_id', 'case_id', 'person_id', 'subjects']) {
      const value = column === 'subjects' ? 'array[$2::uuid]' : '$2'
      const text = `insert into audit.entry (area_id, class, verb, outcome, ${column})
        values ($1, 'consultation', 'case.read', 'done', ${value})`
      await client.query(text, [log.area, subject])
      await log.append(3)
    }
  })
  await log.settle()
  Object.assign(made, { log, file: await exported(log) })
})

test('an export holds every entry about the subject, and each stands in the signed log', async () => {
  const { log, file } = made as Required<typeof made>
  expect(file.logs[0]!.entries).toHaveLength(4)
  expect(checkExport(file, (await log.key()).verifiers)).toEqual({
    is: 'sound',
    subject,
    logs: [
      {
        origin: (await log.key()).origin,
        size: 76,
        entries: 4,
        key: file.logs[0]!.key,
        isKnown: true,
      },
    ],
  })
  expect(checkExport(file)).toMatchObject({ is: 'sound', logs: [{ isKnown: false }] })
  const found = await inSnapshot(db.owner, client => hasEntryAbout(client, log.area, randomUUID()))
  expect(found).toBe(false)
})

test('of 1,000 forged exports each is refused', () => {
  const { file } = made as Required<typeof made>
  const choose = chooserOf(20_261_124)
  const accepted: string[] = []
  for (let round = 0; round < 1000; round += 1) {
    const forged = structuredClone(file) as unknown
    const where = spoil(forged, choose)
    if (checkExport(forged).is === 'sound') accepted.push(where)
  }
  expect(accepted).toEqual([])
})

test('an entry left in another place, twice, or without its proof is refused', () => {
  const { file } = made as Required<typeof made>
  const [log] = file.logs
  const withEntries = (entries: unknown[]) => ({ ...file, logs: [{ ...log, entries }] })
  const [one, two] = log!.entries
  for (const entries of [
    [one, one],
    [two, one],
    [{ ...one, index: 1 }],
    [{ ...one, proof: [] }],
    [{ ...one, proof: two!.proof }],
    [{ ...one, entry: two!.entry }],
    [{ ...one, entry: { ...one!.entry, codes: ['own-surname'] } }],
    [{ ...one, note: 'seen by nobody else' }],
  ]) {
    expect(checkExport(withEntries(entries)).is, JSON.stringify(entries).slice(0, 60)).toBe(
      'refused',
    )
  }
})

test('entries about somebody else cannot be passed off as the subject’s', () => {
  const { file } = made as Required<typeof made>
  expect(checkExport({ ...file, subject: randomUUID() })).toMatchObject({
    is: 'refused',
    reasons: Array.from({ length: 4 }, () => expect.stringMatching(/is not about the subject/)),
  })
})

test('a whole log forged with another key passes by its own key alone, and not by the one that we know', async () => {
  const { log, file } = made as Required<typeof made>
  const real = await log.key()
  const key = strangerOf(real.origin)
  const rows = await withClient(db.owner, async client => {
    const text = 'select * from audit.entry where area_id = $1 and user_id = $2'
    return (await client.query(text, [log.area, subject])).rows
  })
  const forged = numbered(emptyTree, rows, key)
  const entries = [{ index: 0, entry: file.logs[0]!.entries[0]!.entry, proof: [] }]
  const own = {
    ...file,
    logs: [{ key: verifierKeyText(key.signer.key), checkpoint: forged.note, entries }],
  }
  expect(checkExport(own)).toMatchObject({ is: 'sound', logs: [{ isKnown: false }] })
  expect(checkExport(own, real.verifiers)).toMatchObject({
    is: 'refused',
    reasons: [expect.stringMatching(/None of the signatures is by a known key/)],
  })
  const other = strangerOf('turnstone.example/audit/elsewhere')
  expect(checkExport(file, [other.signer.key])).toMatchObject({
    is: 'refused',
    reasons: [expect.stringMatching(/No key was given for the log/)],
  })
})

test('what is no export at all is refused', () => {
  for (const json of [null, 7, {}, [], 'x', { form: 'turnstone audit export 1' }]) {
    expect(checkExport(json)).toMatchObject({ is: 'refused' })
  }
  expect(checkExport({ form: 'turnstone audit export 1', subject, logs: [] })).toMatchObject({
    reasons: ['The export holds no log.'],
  })
})

test('from a log that is not what was signed nothing is exported', async () => {
  const log = await aSoundLog(db, 20)
  const before = await withClient(db.owner, async client => {
    const text = 'select entry_id from audit.leaf where area_id = $1 and index = 7'
    return (await client.query<{ entry_id: string }>(text, [log.area])).rows[0]!.entry_id
  })
  await log.tamper(`update audit.entry set user_id = '${subject}' where id = '${before}'`)
  expect(await exportOf(log)).toEqual({ is: 'not whole' })
  await log.tamper(`update audit.leaf set hash = sha256('x') where area_id = $1 and index = 3`)
  expect(await exportOf(log)).toEqual({ is: 'not whole' })
})

async function exported(log: TestLog): Promise<ExportFile> {
  const one = await exportOf(log)
  if (one.is !== 'exported') throw new Error('the log is not whole')
  // As it is after a file: JSON and nothing else.
  const file = { form: 'turnstone audit export 1', subject, logs: [one.log] }
  return JSON.parse(JSON.stringify(file)) as ExportFile
}

const exportOf = (log: TestLog) =>
  inSnapshot(db.owner, async client =>
    exportLog(client, { area: log.area, subject, key: await log.key() }),
  )

function strangerOf(origin: string): LogKey {
  const signer = signerOf(origin, Buffer.alloc(32, 9))
  if (signer.is === 'refused') throw new Error(signer.reason)
  return { origin, signer, verifiers: [signer.key] }
}

/** Changes one value somewhere in the JSON, and says where. */
function spoil(json: unknown, choose: Choose): string {
  const places: [Record<string, unknown>, string][] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      if (typeof part !== 'object' || part === null) {
        places.push([value as Record<string, unknown>, key])
      }
      visit(part)
    }
  }
  visit(json)
  const [holder, key] = places[choose(places.length)]!
  holder[key] = spoiled(holder[key], choose)
  return key
}

function spoiled(value: unknown, choose: Choose): unknown {
  if (typeof value === 'number') return value + 1 + choose(9)
  if (typeof value !== 'string') return 'x'
  const at = choose(value.length)
  const other = String.fromCharCode(33 + ((value.charCodeAt(at) - 33 + 1 + choose(90)) % 94))
  return value.slice(0, at) + other + value.slice(at + 1)
}
