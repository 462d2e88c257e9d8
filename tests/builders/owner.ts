import pg from 'pg'
import type { Connection } from '../../src/platform/config/connection.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { clientConfig, maintenanceLimits } from '../../src/platform/db/session.ts'

/** Connections of owners that wait for their next work. */
const kept = new WeakMap<Connection, pg.Client[]>()

/** From now on `asOwnerOf` keeps a connection of this owner, until `forget`. */
export function keep(owner: Connection): { forget: () => Promise<void> } {
  const idle: pg.Client[] = []
  kept.set(owner, idle)
  return {
    forget: async () => {
      kept.delete(owner)
      await Promise.all(idle.map(client => client.end()))
    },
  }
}

/**
 * Works as the owner on a connection that is as good as new: where one is kept for this owner, what
 * the work before left in its session is discarded, and work that runs meanwhile has another.
 */
export async function asOwnerOf<T>(
  owner: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const idle = kept.get(owner)
  if (idle === undefined) return withClient(owner, work)
  const client = idle.pop() ?? (await connected(owner))
  try {
    return await work(client)
  } finally {
    // Refused within a transaction that somebody left open: such a connection is not kept.
    const isClean = await client.query('discard all').then(
      () => true,
      () => false,
    )
    if (isClean && idle.length === 0 && kept.has(owner)) idle.push(client)
    else await client.end().catch(() => undefined)
  }
}

async function connected(owner: Connection): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(owner, maintenanceLimits))
  client.on('error', () => undefined)
  await client.connect()
  return client
}
