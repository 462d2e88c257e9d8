import { isGrownUp } from '../../people/index.ts'
import type { CasePerson, PersonRole } from '../cases/case.ts'

/** As far as it matters for where somebody stands. */
export interface Standing extends Pick<CasePerson, 'personId' | 'birthOn' | 'birthPrecision'> {
  roles: readonly PersonRole[]
  /** Is or was a child at risk on another case that the reader may see. */
  childElsewhere?: boolean
}

/** People in three lists, which are never one. */
export interface Apart<Member> {
  children: Member[]
  suspects: Member[]
  others: Member[]
}

/**
 * Children stand apart from suspects, with every role that they have (product.md, rule 2). A child is who
 * is a child at risk here; who is not surely grown up by the birth on record; and, where no birth is on
 * record, who is a child at risk on another case that the reader may see.
 */
export function apart<Member extends Standing>(
  people: readonly Member[],
  today: Temporal.PlainDate,
): Apart<Member> {
  const ids = new Set(people.filter(one => isChild(one, today)).map(({ personId }) => personId))
  const grown = people.filter(({ personId }) => !ids.has(personId))
  return {
    children: people.filter(({ personId }) => ids.has(personId)),
    suspects: grown.filter(({ roles }) => roles.includes('suspect')),
    others: grown.filter(({ roles }) => !roles.includes('suspect')),
  }
}

/** The people of one case, each role a row. */
export const apartOnCase = (people: readonly CasePerson[], today: Temporal.PlainDate) =>
  apart(
    people.map(one => ({ ...one, roles: [one.role] })),
    today,
  )

function isChild(one: Standing, today: Temporal.PlainDate): boolean {
  if (one.roles.includes('child at risk')) return true
  return one.birthOn === null ? one.childElsewhere === true : !isGrownUp(one, today)
}
