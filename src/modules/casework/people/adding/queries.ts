import type { Writer } from '../../../../platform/db/door.ts'
import { addPerson } from '../../../people/index.ts'
import { addToCase } from '../../cases/queries.ts'
import { alreadyThere, whoIsMeant, type Meant } from './decide.ts'
import type { AddPersonForm } from './form.ts'

export interface PersonForCase {
  value: AddPersonForm
  case: { id: string }
  /** Those on record with the same names, as far as whoever acts may see them. */
  alike: readonly { id: string }[]
  today: Temporal.PlainDate
}

/** Puts somebody on a case, recording who is not on record yet. */
export async function putOnCase(
  tx: Writer,
  { value, case: { id: caseId }, alike, today }: PersonForCase,
): Promise<{ is: 'put'; personId: string } | Extract<Meant, { is: 'wrong' }>> {
  const meant = whoIsMeant(value, alike, today)
  if (meant.is === 'wrong') return meant
  const personId = meant.is === 'new' ? await addPerson(tx, meant.person) : meant.personId
  const { role, source, since: fromOn } = value
  const isAdded = await addToCase(tx, { caseId, personId, role, source, fromOn })
  return isAdded ? { is: 'put', personId } : { is: 'wrong', errors: alreadyThere(role) }
}
