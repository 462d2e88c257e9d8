import { randomUUID } from 'node:crypto'
import type { Writer } from '../../../../platform/db/door.ts'
import { addPerson } from '../../../people/index.ts'
import { addToCase } from '../../cases/queries.ts'
import { alreadyThere, sinceTooLate, whoIsMeant, type Meant } from './decide.ts'
import type { AddPersonForm } from './form.ts'

export interface PersonForCase {
  value: AddPersonForm
  case: { id: string }
  /** Those on record with the same names, as far as whoever acts may see them. */
  alike: readonly { id: string }[]
  today: Temporal.PlainDate
}

/** What became of somebody who is put on a case; `entry` is the id of the role. */
export type Put = { is: 'put'; personId: string; entry: string } | Extract<Meant, { is: 'wrong' }>

/** Puts somebody on a case, recording who is not on record yet. */
export async function putOnCase(
  tx: Writer,
  { value, case: { id: caseId }, alike, today }: PersonForCase,
): Promise<Put> {
  const meant = whoIsMeant(value, alike, today)
  if (meant.is === 'wrong') return meant
  const personId = meant.is === 'new' ? await addPerson(tx, meant.person) : meant.personId
  return inRole(tx, { caseId, personId, ...value })
}

/** A role that somebody on record gets on a case. */
export interface RoleForCase extends Pick<AddPersonForm, 'role' | 'source' | 'since'> {
  caseId: string
  personId: string
}

/** Puts somebody on a case whom whoever acts knows already. */
export async function putKnownOnCase(
  tx: Writer,
  role: RoleForCase,
  today: Temporal.PlainDate,
): Promise<Put> {
  const errors = sinceTooLate(role, today)
  return errors.length > 0 ? { is: 'wrong', errors } : inRole(tx, role)
}

async function inRole(
  tx: Writer,
  { caseId, personId, role, source, since: fromOn }: RoleForCase,
): Promise<Put> {
  const id = randomUUID()
  const isAdded = await addToCase(tx, { id, caseId, personId, role, source, fromOn })
  return isAdded ? { is: 'put', personId, entry: id } : { is: 'wrong', errors: alreadyThere(role) }
}
