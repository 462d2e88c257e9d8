/**
 * The least that can answer the rows of the programme page: `node:http`, one `pg` client, the page's
 * own SELECTs, one JSON text. No framework, no transaction, no rules, no page.
 */
import { createServer } from 'node:http'
import pg from 'pg'
import type { Connection, Statement } from '../inside.tsx'
import { answering } from '../worker.ts'

export interface BareAsked {
  readonly at: Connection
  readonly statements: readonly Statement[]
  /** Whether statements are prepared once and named, as the program does. */
  readonly prepared: boolean
}

export interface BareAnswer {
  readonly port: number
}

answering(async (question): Promise<BareAnswer> => {
  const { at, statements, prepared } = question as BareAsked
  const { host, port, database, user, password } = at
  const pool = new pg.Pool({ host, port, database, user, password, max: 1, idleTimeoutMillis: 0 })
  // Row policies show rows only to somebody; the program says who at every transaction.
  pool.on('connect', client => void client.query(`select set_config('app.actor', 'public', false)`))
  const queries = statements.map(({ text, values }, index) => ({
    text,
    values: [...values],
    ...(prepared ? { name: `rows-${index}` } : {}),
  }))
  const server = createServer((_request, response) => {
    void rowsOf(pool, queries).then(rows => {
      const body = JSON.stringify(rows)
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return { port: typeof bound === 'object' && bound !== null ? bound.port : 0 }
})

async function rowsOf(pool: pg.Pool, queries: readonly pg.QueryConfig[]): Promise<object[][]> {
  const client = await pool.connect()
  try {
    const answers: object[][] = []
    for (const query of queries) answers.push((await client.query<object>(query)).rows)
    return answers
  } finally {
    client.release()
  }
}
