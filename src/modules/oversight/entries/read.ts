import type { Note } from '../../../platform/web/acting.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { askedBy, isCalled, type EntriesAsked } from './asked.ts'
import type { LogForm } from './form.ts'
import { caseWith, colleagues } from './queries.ts'
import { readRecord } from './record.ts'

/** No record has this id. */
const nothing = '00000000-0000-0000-0000-000000000000'

/** What the form means, looked up; the entry of this very look tells whom and what was asked about. */
export async function readAsked(tx: Reader, form: LogForm, note: Note): Promise<EntriesAsked> {
  const users = form.who === '' ? null : await called(tx, form.who)
  const record = await recordAsked(tx, form.record)
  note.about({ allowedBy: 'role', subjects: [...(users ?? []), ...idOf(record)] })
  return askedBy(form, { users, record })
}

/** The one record that is meant; none where a code means many. */
const idOf = (record: EntriesAsked['record']): string[] =>
  record === null || record.least !== record.greatest || record.least === nothing
    ? []
    : [record.least]

async function called(tx: Reader, name: string): Promise<string[]> {
  const all = await colleagues(tx)
  return all.filter(one => isCalled(one, name)).map(({ id }) => id)
}

async function recordAsked(tx: Reader, text: string): Promise<EntriesAsked['record']> {
  const asked = readRecord(text)
  if (asked.is === 'any') return null
  if (asked.is === 'ids') return asked
  const id = asked.is === 'reference' ? await caseWith(tx, asked.reference) : null
  return { least: id ?? nothing, greatest: id ?? nothing }
}
