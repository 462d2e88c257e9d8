import type { AllowedBy } from '../../../platform/audit/entry.ts'

/** What a record outside the own caseload may be needed for, in the order of the list. */
export const purposes = {
  supervision: 'Supervision',
  'review-or-audit': 'Review or audit',
  'handover-or-cover': 'Handover or cover',
  'linked-enquiry': 'Linked enquiry',
  'partner-request': 'Request from a partner',
  other: 'Other',
} as const
export type Purpose = keyof typeof purposes

export const purposeCodes = Object.keys(purposes) as [Purpose, ...Purpose[]]

/** What somebody is asked about: one case, one person, or searching as such. */
export type PurposeAbout =
  { is: 'case'; id: string } | { is: 'person'; id: string } | { is: 'search' }

/** What leads somebody to a case: the way in, and who its owner is. */
export interface Way {
  allowedBy: AllowedBy
  ownerId: string | null
}

/**
 * Ways into the own caseload: the own team's cases, those that name somebody, and those that somebody
 * has broken the glass on, for which a reason stands on record already.
 */
export const ownWays: readonly AllowedBy[] = ['team', 'named', 'break-glass']

/** Whether a record that these ways lead to is of somebody's own caseload; one such way is enough. */
export const isOwn = (ways: readonly Way[], userId: string): boolean =>
  ways.some(({ allowedBy, ownerId }) => ownerId === userId || ownWays.includes(allowedBy))

/** Somebody with the ways that lead to them, each with how many minutes an answer holds. */
interface Reached {
  roles: readonly (Way & { purposeLasts: number })[]
}

/** How many minutes an answer holds, where one of these people is outside the caseload; else 0. */
export const lastsOutsideOf = (people: readonly Reached[], userId: string): number =>
  people.find(({ roles }) => !isOwn(roles, userId))?.roles[0]?.purposeLasts ?? 0
