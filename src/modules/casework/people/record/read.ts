import type { AllowedBy } from '../../../../platform/audit/entry.ts'
import type { Reader } from '../../../../platform/db/door.ts'
import {
  addressesOf,
  identifiersOf,
  namesOf,
  personOf,
  type Address,
  type Identifier,
  type PersonName,
  type PersonRow,
} from '../../../people/index.ts'
import { firstsOf, type FirstBy } from '../first/queries.ts'
import { rolesOf, type RoleOnCase } from '../queries.ts'
import { isUuid } from '../../../../methods/references/uuid.ts'

/** Somebody, as far as whoever asks may see: through which cases stands with it. */
export interface SeenPerson {
  person: PersonRow
  names: readonly PersonName[]
  roles: readonly RoleOnCase[]
  allowedBy: AllowedBy
  /** Whether the reader may change a case of theirs, and so the record. */
  changeable: boolean
}

/** The whole record. */
export interface PersonRecord extends SeenPerson {
  identifiers: readonly Identifier[]
  addresses: readonly Address[]
  /** Which names were shown first, as far as anybody chose. */
  firsts: readonly FirstBy[]
}

/** Null for whoever is seen through no case of the reader's, and where there is none. */
export async function seenPerson(tx: Reader, id: string): Promise<SeenPerson | null> {
  const person = isUuid(id) ? await personOf(tx, id) : null
  if (person === null) return null
  const roles = await rolesOf(tx, [id])
  return {
    person,
    roles,
    names: await namesOf(tx, id),
    allowedBy: narrowest.find(way => roles.some(role => role.allowedBy === way)) ?? 'role',
    changeable: roles.some(({ changeable }) => changeable),
  }
}

/** The record of somebody with everything on it. */
export async function recordOf(tx: Reader, id: string): Promise<PersonRecord | null> {
  const seen = await seenPerson(tx, id)
  if (seen === null) return null
  return {
    ...seen,
    identifiers: await identifiersOf(tx, id),
    addresses: await addressesOf(tx, id),
    firsts: await firstsOf(tx, id),
  }
}

/** What an audit entry says of a look at somebody. */
export const entryOf = ({ person, roles, allowedBy }: SeenPerson) => ({
  person: person.id,
  subjects: [...new Set(roles.map(({ caseId }) => caseId))],
  allowedBy,
})

const narrowest: readonly AllowedBy[] = ['team', 'named', 'share', 'force-wide', 'break-glass']
