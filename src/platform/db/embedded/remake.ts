import pg from 'pg'
import { makeRolesAndDatabase, withClient } from '../roles.ts'
import type { EmbeddedRoles } from './embedded-database.ts'

/**
 * Throws the embedded database away, whoever is connected to it, and makes an empty one of the same
 * name. What was in it is gone: whoever calls has made sure that nothing in it was real.
 */
export async function remakeDatabase({ superuser, owner, app }: EmbeddedRoles): Promise<void> {
  const { database } = owner
  await withClient(superuser, client =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  )
  await makeRolesAndDatabase(superuser, database, { owner: owner.password, app: app.password })
}
