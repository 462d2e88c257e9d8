import type { Expression, Kysely, QueryCreator, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What a reader may do: select, with named steps (`with`) that select. Whatever writes is absent from
 * the type; raw SQL cannot be run either, only used as an expression inside a select.
 * Kysely's own ReadonlyKysely would do, were its writers also its readers: functions that take a
 * Reader must take the Writer of a transaction that has just written.
 */
export interface Reader
  extends Selecting<Tables>, Pick<Kysely<Tables>, 'fn' | 'case' | 'dynamic'> {}

/** One read-write transaction. Every Writer is also a Reader. */
export type Writer = Omit<Transaction<Tables>, 'with' | 'withRecursive'> & Reader

/** The part of Kysely's query creator that selects. */
export interface Selecting<DB> extends Pick<QueryCreator<DB>, 'selectFrom' | 'selectNoFrom'> {
  /** A named step of the query: `with <name> as (<expression>)`. */
  with<Name extends string, Row>(
    name: Name,
    expression: (steps: Selecting<DB>) => Expression<Row>,
  ): Selecting<DB & { [Step in Name]: Row }>
}
