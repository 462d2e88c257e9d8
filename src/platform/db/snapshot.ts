import type { Connection } from '../config/connection.ts'
import { withClient } from './roles.ts'

/** The database as it is at one moment, whatever is written meanwhile. It can only be read. */
export interface Snapshot {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** The same, some rows at a time, in the order in which the statement gives them. One stream at a time. */
  stream<Row extends object>(text: string, values: readonly unknown[]): AsyncGenerator<Row[]>
}

/** For commands of the owner that read what no memory holds at once: what serves pages reads through the door. */
export const inSnapshot = <T>(
  owner: Connection,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> =>
  withClient(owner, async client => {
    const rows = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows
    await client.query('begin isolation level repeatable read read only')
    return work({ rows, stream: (text, values) => streamed(rows, text, values) })
  })

const rowsAtOnce = 5000

async function* streamed<Row extends object>(
  rows: Snapshot['rows'],
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  await rows(`declare streamed no scroll cursor for ${text}`, values)
  for (;;) {
    const some = await rows<Row>(`fetch ${rowsAtOnce} from streamed`)
    if (some.length > 0) yield some
    if (some.length < rowsAtOnce) break
  }
  await rows('close streamed')
}
