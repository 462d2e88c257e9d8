import { sql, type Selectable } from 'kysely'
import type { Writer } from '../platform/db/door.ts'
import type { Tables } from '../platform/db/tables.ts'

export type TableName = keyof Tables

/** A row to be added, with these columns and no others: what is left out takes the default. */
export type NewRow<T extends TableName, Column extends keyof Selectable<Tables[T]>> = Pick<
  Selectable<Tables[T]>,
  Column
>

/** Adds rows, all with the columns of the first, in one statement with one parameter. */
export async function addRows(
  tx: Writer,
  table: TableName,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map(name => sql.ref(name)))
  const into = sql.table(table)
  await sql`insert into ${into} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

/** What a database holds, as platform.deployment_found() tells it. */
export type Deployment = 'demo' | 'real' | 'empty'

/** What this database holds; any role of ours may ask. */
export async function deploymentFound(tx: Writer): Promise<Deployment> {
  const { rows } = await sql<{ found: Deployment }>`
    select platform.deployment_found() as found`.execute(tx)
  return rows[0]?.found ?? 'empty'
}

/** The same of a database that may be of before the first migration, asked as its owner. */
export async function deploymentOfAnyAge(tx: Writer): Promise<Deployment> {
  const { rows } = await sql<{ tells: boolean; has_accounts: boolean }>`
    select to_regprocedure('platform.deployment_found()') is not null as tells,
      to_regclass('access.user_account') is not null as has_accounts`.execute(tx)
  if (rows[0]?.tells === true) return deploymentFound(tx)
  if (rows[0]?.has_accounts !== true) return 'empty'
  const account = await tx.selectFrom('access.user_account').select('id').limit(1).execute()
  return account.length === 0 ? 'empty' : 'real'
}

/** Whoever makes the demonstration at the same moment waits here until this transaction ends. */
export async function makeAlone(tx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(7278767)`.execute(tx)
}

/** Whoever opens what is outside their caseload is asked why, once in a shift of eight hours. */
export async function askForPurposes(tx: Writer): Promise<void> {
  await tx
    .updateTable('platform.setting')
    .set({ value: 480 })
    .where('name', '=', 'purpose-lasts')
    .execute()
}

export async function markAsDemonstration(tx: Writer): Promise<void> {
  await tx.insertInto('platform.deployment').values({ kind: 'demo' }).execute()
}
