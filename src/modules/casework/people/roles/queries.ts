import { isUuid } from '../../../../methods/references/uuid.ts'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import type { Note } from '../../../../platform/web/acting.ts'
import type { FieldError } from '../../../../platform/web/form.ts'
import type { Case } from '../../cases/case.ts'
import { caseOf } from '../../cases/queries.ts'
import { changeRole, roleEntryOf, type RoleEntry } from '../queries.ts'
import { wrongEnd, type RoleForm } from './form.ts'

/** Somebody's role, and the case on which it is. */
export interface RoleOfCase {
  case: Case
  role: RoleEntry
}

/** A role through its own case, to whoever may read that; null for all others. */
export async function roleOfCase(
  tx: Reader,
  { reference, entry }: { reference: string; entry: string },
  note: Note,
): Promise<RoleOfCase | null> {
  const found = isUuid(entry) ? await caseOf(tx, reference) : null
  const role = found && (await roleEntryOf(tx, found.id, entry))
  if (found === null || role === null) return null
  note.about({ case: found.id, person: role.personId, allowedBy: found.allowedBy })
  return { case: found, role }
}

export type SavedRole =
  | { is: 'saved' }
  | { is: 'absent' }
  | { is: 'wrong'; errors: FieldError[] }
  | { is: 'changed meanwhile'; now: RoleEntry }

interface RoleToSave {
  value: RoleForm
  model: RoleOfCase
  /** The version that its sender saw. */
  version: number
  today: Temporal.PlainDate
}

/** Saves when a role ended and its source, or answers the role as somebody else left it. */
export async function saveRole(
  tx: Writer,
  { value, model: { case: one, role }, version, today }: RoleToSave,
): Promise<SavedRole> {
  const wrong = wrongEnd(value.until, { from: role.fromOn, today: today.toString() })
  if (wrong !== null) return { is: 'wrong', errors: [{ field: 'until', sentence: wrong }] }
  const edit = { untilOn: value.until, source: value.source }
  if (await changeRole(tx, { id: role.id, version }, edit)) return { is: 'saved' }
  const now = await roleEntryOf(tx, one.id, role.id)
  return now === null ? { is: 'absent' } : { is: 'changed meanwhile', now }
}
