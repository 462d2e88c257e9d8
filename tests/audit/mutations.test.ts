import { expect, test } from 'vitest'
import type { VerifierKey } from '../../src/methods/hash-tree/verifier-key.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { verifyArea } from '../../src/platform/audit/verification/verify-area.ts'
import { testDatabase } from '../builders/database.ts'
import { aSoundLog, removeKeysAfterwards } from './a-log.ts'
import { changed, changes, chooserOf } from './changes.ts'
import { rowsOf, sourceOf, type Rows } from './rows.ts'

const db = await testDatabase()
removeKeysAfterwards()

/** Each text and signature is checked for real once; most of 10,000 logs have most notes in common. */
const remembering = (key: VerifierKey): VerifierKey => {
  const answers = new Map<string, boolean>()
  return {
    ...key,
    accepts: (text, signature) => {
      const pair = Buffer.concat([text, signature]).toString('base64')
      const answer = answers.get(pair) ?? key.accepts(text, signature)
      answers.set(pair, answer)
      return answer
    },
  }
}

test('of 10,000 single changes to the rows of a log of 200 entries, each is found', async () => {
  const log = await aSoundLog(db)
  const { origin, verifiers } = await log.key()
  const key = { origin, verifiers: verifiers.map(remembering) }
  const outside = await log.sink.read()
  const sound = await withClient(db.owner, client => rowsOf(client, log.area))
  const findings = async (rows: Rows) =>
    (await verifyArea(sourceOf(rows, log.area), { key, outside })).findings
  expect(await findings(sound)).toEqual([])
  const choose = chooserOf(20_261_124)
  const missed: string[] = []
  for (let round = 0; round < 10_000; round += 1) {
    const [name, change] = changes[round % changes.length]!
    const found = await findings(change(sound, choose))
    if (found.length === 0) missed.push(`${round}: ${name}`)
  }
  expect(missed).toEqual([])
}, 120_000)

test('every column of the tables is among the changes, save the moment of a signature, which nobody signs', async () => {
  const columns = await withClient(db.owner, async client => {
    const text = `select table_name as table, column_name as name from information_schema.columns
      where table_schema = 'audit'`
    return (await client.query<{ table: string; name: string }>(text)).rows
  })
  for (const table of ['entry', 'leaf', 'checkpoint'] as const) {
    const there = columns.filter(each => each.table === table).map(({ name }) => name)
    const unsigned = table === 'checkpoint' ? ['signed_at'] : []
    expect([...changed(table), ...unsigned].sort(), table).toEqual(there.sort())
  }
})
