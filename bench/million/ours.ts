/** The statements of the product, as its own functions word them, without running them. */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { readingsOf } from '../../src/methods/names/readings.ts'
import { anyCase } from '../../src/modules/casework/cases/listing/asked.ts'
import { casesOf } from '../../src/modules/casework/cases/listing/queries.ts'
import { caseOf, peopleOn } from '../../src/modules/casework/cases/queries.ts'
import { reachOf } from '../../src/modules/casework/reach/queries.ts'
import type { Writer } from '../../src/platform/db/door.ts'
import { statementName } from '../../src/platform/db/statement-name.ts'
import type { Tables } from '../../src/platform/db/tables.ts'
import type { Asker } from './askers.ts'

export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

export const listOfCases = (): Promise<Statement[]> =>
  wordedBy(tx => casesOf(tx, { ...anyCase, most }))

export const casesByName = (key: string, whole: boolean): Promise<Statement[]> =>
  wordedBy(tx => {
    const readings = readingsOf(key)
    const name = readings && { ...readings, whole }
    return casesOf(tx, { ...anyCase, state: 'all', name, most })
  })

export const pageOfCase = ({ id, reference }: Asker['cases'][number]) =>
  wordedBy(async tx => {
    await caseOf(tx, reference)
    await peopleOn(tx, id)
    await reachOf(tx, { id })
  })

/** One more than a page holds. */
const most = 51

/** What `work` would send. */
async function wordedBy(work: (tx: Writer) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: known => new PostgresIntrospector(known),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query: { sql: text, parameters } }) => {
      statements.push({ name: statementName(text) ?? '', text, values: [...parameters] })
    },
  })
  await work(db as unknown as Writer)
  return statements
}
