import pg from 'pg'
import type { PoolClient } from 'pg'

/** The number of the server's process; pg's types forget it. */
type Known = PoolClient & { readonly processID?: number }

const cancelText = `select pg_catalog.pg_cancel_backend(a.pid)
  from pg_catalog.pg_stat_activity a where a.pid = $1 and a.wait_event = 'SyncRep'`

/**
 * A commit waits for a synchronous standby without end: statement_timeout does not fire there
 * (PostgreSQL, "Synchronous Replication"), and the connections of all would be taken one by one. After
 * `limit` milliseconds the wait, and nothing but that wait, is cancelled from a connection of its own;
 * the commit is then answered with WARNING 01000, as when an operator cancels it.
 */
export async function notWaitingForEver<T>(
  { client, pool, limit }: { client: PoolClient; pool: pg.Pool; limit: number },
  commit: () => Promise<T>,
): Promise<T> {
  let cancelling: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    cancelling = cancelWait((client as Known).processID, pool.options)
  }, limit)
  // The connection is given back when no cancel is on its way that could meet the next statement.
  return commit().finally(() => {
    clearInterval(timer)
    return cancelling
  })
}

async function cancelWait(pid: number | undefined, options: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(options)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(cancelText, [pid])
  } catch {
    // The next round tries again; a server that is away ends the commit itself.
  } finally {
    await client.end().catch(() => undefined)
  }
}
