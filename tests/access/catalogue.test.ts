import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { guards, type Guard } from './guards.ts'

const db = await testDatabase()

const faultsOf = async (client: Client, { finds, values = [] }: Guard): Promise<string[]> => {
  const { rows } = await client.query<[string]>({
    text: finds,
    values: [...values],
    rowMode: 'array',
  })
  return rows.map(([fault]) => fault).sort()
}

test.for(guards)('$says', async guard => {
  expect(await withClient(db.superuser, client => faultsOf(client, guard))).toEqual([])
})

const planted = guards.flatMap(guard =>
  Object.entries(guard.plants).map(([statement, fault]) => ({ guard, statement, fault })),
)

test.for(planted)('$statement: it is noticed', async ({ guard, statement, fault }) => {
  await withClient(db.superuser, async client => {
    await client.query('begin')
    await client.query(statement)
    const found = await faultsOf(client, guard)
    await client.query('rollback')
    expect(found).toContainEqual(expect.stringContaining(fault))
  })
})
