import type { CaseType } from './case-types.ts'
import type { TeamCode } from './partnership.ts'

/** A case that shows one rule of access; docs/demonstration.md says who sees it and who does not. */
interface PlantedCase {
  team: TeamCode
  type: CaseType
  sensitivity: 'ordinary' | 'restricted' | 'sealed'
  /** How many days ago it was opened. */
  opened: number
  /** Code of the user who owns it. */
  owner: string
}

export const plantedCases = {
  'own-team': planted('north', 'child sexual exploitation', 'ordinary', 'investigator'),
  'restricted-named': planted('south', 'abuse in an institution', 'restricted', 'supervisor-2'),
  'restricted-own-team': planted('north', 'abuse in an institution', 'restricted', 'dunmore'),
  sealed: planted('south', 'child sexual exploitation', 'sealed', 'investigator-2'),
  'shared-agency': planted('north', 'child criminal exploitation', 'ordinary', 'investigator'),
  'shared-person': planted('missing', 'missing child', 'restricted', 'quarmby'),
  'share-expired': planted('north', 'child sexual exploitation', 'ordinary', 'cawthray'),
  blocked: planted('north', 'child criminal exploitation', 'ordinary', 'askew'),
  'person-block-1': planted('north', 'child criminal exploitation', 'ordinary', 'fennimore'),
  'person-block-2': planted('missing', 'missing child', 'ordinary', 'sidebotham'),
  'glass-reviewed': planted('missing', 'missing child', 'ordinary', 'quarmby'),
  'glass-waiting': planted('south', 'child sexual exploitation', 'ordinary', 'hallowes'),
  'glass-overdue': planted('online', 'online abuse', 'ordinary', 'uttley'),
  'seal-asked': planted('north', 'abuse in an institution', 'restricted', 'supervisor'),
  'high-profile': planted('north', 'missing child', 'ordinary', 'dunmore'),
  relation: planted('south', 'abuse in the family', 'ordinary', 'oakeshott'),
} as const satisfies Record<string, PlantedCase>

export type PlantedCode = keyof typeof plantedCases

function planted(
  team: TeamCode,
  type: CaseType,
  sensitivity: PlantedCase['sensitivity'],
  owner: string,
): PlantedCase {
  return { team, type, sensitivity, owner, opened: 110 + owner.length * 7 }
}
