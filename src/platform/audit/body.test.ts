import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { aTeam } from '../../../tests/builders/people.ts'
import { canonicalBytes } from '../../methods/hash-tree/canonical.ts'
import { withClient } from '../db/roles.ts'
import { bodyOf, type EntryRow } from './body.ts'

const db = await testDatabase()

const row: EntryRow = {
  id: '00000000-0000-4000-8000-000000000001',
  area_id: '00000000-0000-4000-8000-000000000002',
  at: '2026-11-23T12:00:00.5Z',
  xid: '18446744073709551615',
  class: 'consultation',
  verb: 'person.search',
  outcome: 'done',
  user_id: null,
  session_id: null,
  request_id: null,
  case_id: null,
  person_id: null,
  subjects: ['00000000-0000-4000-8000-000000000003'],
  asked: null,
  allowed_by: null,
  purpose: null,
  recipient: null,
  codes: [],
  sought: Buffer.of(0, 255),
}

test('an entry has one text that is hashed, which never changes', () => {
  const made = canonicalBytes(bodyOf(row))
  expect(made.is === 'canonical' && Buffer.from(made.bytes).toString()).toBe(
    '{"allowed_by":null,"area_id":"00000000-0000-4000-8000-000000000002","asked":null,' +
      '"at":"2026-11-23T12:00:00.500000Z","case_id":null,"class":"consultation","codes":[],' +
      '"id":"00000000-0000-4000-8000-000000000001","outcome":"done","person_id":null,"purpose":null,' +
      '"recipient":null,"request_id":null,"session_id":null,"sought":"AP8=",' +
      '"subjects":["00000000-0000-4000-8000-000000000003"],"user_id":null,"verb":"person.search",' +
      '"xid":"18446744073709551615"}',
  )
})

test('every column of an entry is in what is hashed', async () => {
  const columns = await withClient(db.owner, async client => {
    const text = `select column_name as name from information_schema.columns
      where table_schema = 'audit' and table_name = 'entry'`
    return (await client.query<{ name: string }>(text)).rows.map(({ name }) => name)
  })
  expect(Object.keys(bodyOf(row)).sort()).toEqual(columns.sort())
})

test('moments have one spelling, whatever the session of whoever reads is set to', async () => {
  const { areaId } = await aTeam(db)
  const moments = [
    '2026-07-01 12:00:00+01',
    '2026-07-01 11:00:00.1Z',
    '0044-03-15 00:00:00Z BC',
    'infinity',
  ]
  await withClient(db.owner, async client => {
    for (const at of moments) {
      const text = `insert into audit.entry (id, area_id, at, class, verb, outcome)
        values ($1, $2, $3, 'consultation', 'case.read', 'done')`
      await client.query(text, [randomUUID(), areaId, at])
    }
    const text = 'select * from audit.entry where area_id = $1 order by xid'
    const rows = (await client.query<EntryRow>(text, [areaId])).rows
    expect(rows.map(each => bodyOf(each).at)).toEqual([
      '2026-07-01T11:00:00.000000Z',
      '2026-07-01T11:00:00.100000Z',
      '0044-03-15T00:00:00+00 BC',
      'infinity',
    ])
  })
})
