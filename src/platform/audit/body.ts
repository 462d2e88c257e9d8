/** What of an entry is hashed: every column of its row, under the column's name. */

/** A row of `audit.entry` as it arrives: moments as text in UTC, as `value-types.ts` reads them. */
export interface EntryRow {
  readonly id: string
  readonly area_id: string
  readonly at: string
  readonly xid: string
  readonly class: string
  readonly verb: string
  readonly outcome: string
  readonly user_id: string | null
  readonly session_id: string | null
  readonly request_id: string | null
  readonly case_id: string | null
  readonly person_id: string | null
  readonly subjects: readonly string[]
  readonly asked: string | null
  readonly allowed_by: string | null
  readonly purpose: string | null
  readonly recipient: string | null
  readonly codes: readonly string[]
  readonly sought: Buffer | null
}

/** As it is hashed and handed out: JSON, with the encrypted words as base 64. */
export type EntryBody = Omit<EntryRow, 'sought'> & { readonly sought: string | null }

/**
 * The body of a row. A column that is added to the table later must be left out here where it is null,
 * or the entries of before would no longer be what was signed.
 */
export const bodyOf = (row: EntryRow): EntryBody => ({
  id: row.id,
  area_id: row.area_id,
  at: momentText(row.at),
  xid: row.xid,
  class: row.class,
  verb: row.verb,
  outcome: row.outcome,
  user_id: row.user_id,
  session_id: row.session_id,
  request_id: row.request_id,
  case_id: row.case_id,
  person_id: row.person_id,
  subjects: row.subjects,
  asked: row.asked,
  allowed_by: row.allowed_by,
  purpose: row.purpose,
  recipient: row.recipient,
  codes: row.codes,
  sought: row.sought === null ? null : row.sought.toString('base64'),
})

/** PostgreSQL leaves out zeros at the end of a second; what is no such moment stays as it is, and unlike any. */
const momentText = (text: string): string => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(text)
  return parts === null ? text : `${parts[1] ?? ''}.${(parts[2] ?? '').padEnd(6, '0')}Z`
}
