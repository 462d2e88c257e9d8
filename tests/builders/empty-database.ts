import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { makeRolesAndDatabase, withClient } from '../../src/platform/db/roles.ts'
import type { Clone } from './cluster.ts'
import type { TestDatabase } from './database.ts'

/** A database beside the test's own, as it is before the first migration; gone after the test. */
export async function emptyDatabase(beside: TestDatabase): Promise<Clone> {
  const database = `turnstone_empty_${randomUUID().slice(0, 8)}`
  const { superuser, owner, app } = beside
  await makeRolesAndDatabase(superuser, database, { owner: owner.password, app: app.password })
  onTestFinished(async () => {
    await withClient(superuser, client => client.query(`drop database "${database}" with (force)`))
  })
  return {
    database,
    superuser: { ...superuser, database },
    owner: { ...owner, database },
    app: { ...app, database },
  }
}
