import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { FieldError } from '../../../platform/web/form.ts'
import type { Note } from '../../../platform/web/acting.ts'
import type { Case } from '../cases/case.ts'
import { caseOf, editCase } from '../cases/queries.ts'
import type { EditCaseForm } from './form.ts'

/** The case with this reference, to whoever may change it; null for all others. */
export async function changeableCase(
  tx: Reader,
  reference: string,
  note: Note,
): Promise<Case | null> {
  const found = await caseOf(tx, reference)
  if (found?.changeable !== true) return null
  note.about({ case: found.id, allowedBy: found.allowedBy })
  return found
}

export type SavedCase =
  | { is: 'saved' }
  | { is: 'changed meanwhile'; now: Case }
  | { is: 'wrong'; errors: readonly FieldError[] }

interface Saving {
  value: EditCaseForm
  model: Case
  version: number
  today: Temporal.PlainDate
}

const inFuture = 'Enter a day that is not in the future'

/** Saves what was made from this version of a case, or answers the case as somebody else left it. */
export async function saveCase(
  tx: Writer,
  { value, model, version, today }: Saving,
): Promise<SavedCase> {
  const errors = (['opened', 'closed'] as const).flatMap(field =>
    value[field] > today.toString() ? [{ field, sentence: inFuture }] : [],
  )
  if (errors.length > 0) return { is: 'wrong', errors }
  const edit = {
    type: value.type,
    summary: value.summary,
    openedOn: value.opened,
    closedOn: value.closed === '' ? null : value.closed,
  }
  if (await editCase(tx, { id: model.id, version, edit })) return { is: 'saved' }
  // Somebody may have saved since this transaction looked.
  return { is: 'changed meanwhile', now: (await caseOf(tx, model.reference)) ?? model }
}
