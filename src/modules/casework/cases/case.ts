import type { AllowedBy } from '../../../platform/audit/entry.ts'
import type { Sex } from '../../people/index.ts'

export const caseTypes = [
  'child sexual exploitation',
  'child criminal exploitation',
  'missing child',
  'abuse in the family',
  'online abuse',
  'abuse in an institution',
  'safeguarding concern',
] as const
export type CaseType = (typeof caseTypes)[number]

/** Who reaches a case: its team; named people; named people, and nobody else learns that it exists. */
export const sensitivities = ['ordinary', 'restricted', 'sealed'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** One investigation or safeguarding matter, as a list shows it. */
export interface ListedCase {
  id: string
  reference: string
  type: CaseType
  summary: string
  sensitivity: Sensitivity
  team: string
  openedOn: string
  closedOn: string | null
}

/** A case as its page shows it, to whoever reads it. */
export interface Case extends ListedCase {
  teamId: string
  agency: string
  owner: string | null
  ownerId: string | null
  /** Grows with each change. */
  version: number
  /** What let the reader reach it. */
  allowedBy: AllowedBy
  /** Whether the reader may change it. */
  changeable: boolean
  /** How many minutes an answer holds why it is needed; 0 where nobody is asked. */
  purposeLasts: number
}

export const personRoles = [
  'child at risk',
  'suspect',
  'witness',
  'parent or carer',
  'associate',
  'professional',
] as const
export type PersonRole = (typeof personRoles)[number]

/** Somebody on a case, in one role. */
export interface CasePerson {
  id: string
  personId: string
  role: PersonRole
  given: string
  family: string
  birthOn: string | null
  birthPrecision: 'day' | 'month' | 'year' | 'about' | 'unknown'
  sex: Sex
  fromOn: string
  untilOn: string | null
  source: string
  /** Is or was a child at risk on another case that the reader may see. */
  childElsewhere: boolean
}
