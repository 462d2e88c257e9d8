import { afterAll, inject } from 'vitest'
import type { Actor } from '../../src/platform/access/actor.ts'
import { connectionUrl } from '../../src/platform/config/connection.ts'
import { openDoor, type Door, type Writer } from '../../src/platform/db/door.ts'
import type { Clone } from './cluster.ts'
import { keep } from './owner.ts'

/** A test file's own database: migrated, reference data loaded, gone after the file. */
export interface TestDatabase extends Clone {
  /** As the application role, like the program itself. */
  door: Door
  ownerUrl: string
  appUrl: string
}

/** Call once in a file, at its top level: `const db = await testDatabase()`. */
export async function testDatabase(): Promise<TestDatabase> {
  const desk = inject('clones')
  const reply = await fetch(desk, { method: 'POST' })
  if (!reply.ok) throw new Error(`No test database: ${await reply.text()}`)
  const clone = (await reply.json()) as Clone
  const door = openDoor(clone.app, { size: 5 })
  const owner = keep(clone.owner)
  afterAll(async () => {
    await owner.forget()
    await door.close()
    await fetch(new URL(clone.database, desk), { method: 'DELETE' })
  })
  return { ...clone, door, ownerUrl: connectionUrl(clone.owner), appUrl: connectionUrl(clone.app) }
}

/** Does some work as `actor` in a read-write transaction and takes it all back; answers what `work` answers. */
export async function inRollback<T>(
  db: Pick<TestDatabase, 'door'>,
  actor: Actor,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const outcome: { result?: T } = {}
  const undo = new Error('rolled back on purpose')
  await db.door
    .writing(actor, async tx => {
      outcome.result = await work(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return outcome.result as T
}
