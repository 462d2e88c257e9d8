import type { Role } from '../platform/access/roles.ts'
import { idOf } from './identity.ts'
import type { TeamCode } from './partnership.ts'

/** The seed of the one demonstration that everybody gets. */
export const demonstrationSeed = 'ardenshire 1'

/** Somebody whom a visitor of the demonstration may sign in as. */
export interface Persona {
  /** The role, or the role and `-2` for a second person of it in another line and another team. */
  code: Role | `${Role}-2`
  role: Role
  given: string
  family: string
  team: TeamCode
  forceWide: boolean
  /** One sentence: what to try as this person. */
  tries: string
}

type Line = readonly [given: string, family: string, team: TeamCode, tries: string]

const first: Readonly<Record<Role, Line>> = {
  investigator: [
    'Amara',
    'Whitlow',
    'north',
    'Open your team’s cases, look for the one that you are blocked from, then break the glass on a case of another team.',
  ],
  supervisor: [
    'Bronagh',
    'Caldecote',
    'north',
    'Restrict a case, share one until a day, and see the request to seal a case that you have made.',
  ],
  practitioner: [
    'Samuel',
    'Oyelaran',
    'hub',
    'See what is shared with children’s services, and nothing else.',
  ],
  analyst: [
    'Mei-Lin',
    'Tranter',
    'analysis',
    'Search all ordinary cases of the area, and find that restricted ones are not there.',
  ],
  auditor: [
    'Gwilym',
    'Partridge',
    'office',
    'See that an auditor reaches no case before a sample has been drawn.',
  ],
  inspector: [
    'Rosalind',
    'Achterberg',
    'standards',
    'See that an inspector reaches no case before an inspection has begun.',
  ],
  'board-member': [
    'Dilip',
    'Sarangi',
    'office',
    'See that a board member reaches no case and no named person.',
  ],
  'plan-owner': [
    'Hester',
    'Lovibond',
    'office',
    'See that the owner of a plan needs no case for it.',
  ],
  'training-lead': [
    'Ewan',
    'Mulholland',
    'standards',
    'See that whoever arranges training reaches no case.',
  ],
  listener: [
    'Ngozi',
    'Farthing',
    'advocates',
    'See that a listener reaches no case; statements have their own place.',
  ],
  'publication-officer': [
    'Leopold',
    'Strand',
    'office',
    'See that what is published is made without opening a case.',
  ],
  administrator: [
    'Shirin',
    'Bagshaw',
    'office',
    'Open users and teams, decide what waits for a second administrator, and see that no case is within reach.',
  ],
  'standards-auditor': [
    'Isolde',
    'Marchbank',
    'standards',
    'Review the broken glass, and find among normal work the officer who looks people up without cause.',
  ],
  'link-reviewer': [
    'Piotr',
    'Hollingbery',
    'analysis',
    'See that nothing is shown before two records seem to join.',
  ],
}

const second: Readonly<Record<Role, Line>> = {
  investigator: [
    'Tomasz',
    'Garside',
    'south',
    'Open the sealed case that only you and your supervisor know of.',
  ],
  supervisor: [
    'Farida',
    'Ellingham',
    'south',
    'Decide on the request to seal a case of the other team, where you are named.',
  ],
  practitioner: [
    'Wren',
    'Abernethy',
    'nurses',
    'Open the case that is shared with you alone; the one that was shared until yesterday is gone.',
  ],
  analyst: ['Kofi', 'Delamere', 'online', 'See the cases of one team, where others see the area.'],
  auditor: ['Sunniva', 'Okell', 'standards', 'Act as the second auditor.'],
  inspector: ['Bartholomew', 'Nair', 'office', 'Act as the second inspector.'],
  'board-member': ['Yolande', 'Kerrich', 'nurses', 'Act as the second board member.'],
  'plan-owner': ['Idris', 'Penhallow', 'leads', 'Act as the owner of another plan.'],
  'training-lead': ['Marisol', 'Tewkes', 'nurses', 'Act as the second training lead.'],
  listener: ['Aoife', 'Rackstraw', 'courts', 'Act as the second listener.'],
  'publication-officer': ['Viktor', 'Ainscow', 'standards', 'Act as the second signature.'],
  administrator: [
    'Comfort',
    'Ludlam',
    'analysis',
    'Agree to the posting that the first administrator proposed, or do not.',
  ],
  'standards-auditor': [
    'Cormac',
    'Vandyke',
    'office',
    'Review what the first standards auditor may not.',
  ],
  'link-reviewer': ['Zeynep', 'Thorold', 'courts', 'Act as the second link reviewer.'],
}

const personaOf = (code: Persona['code'], role: Role, line: Line): Persona => {
  const [given, family, team, tries] = line
  return { code, role, given, family, team, forceWide: code === 'analyst', tries }
}

const pairs = Object.keys(first) as Role[]

/** All of them: the first of each role, then the seconds. */
export const personas: readonly Persona[] = [
  ...pairs.map(role => personaOf(role, role, first[role])),
  ...pairs.map(role => personaOf(`${role}-2`, role, second[role])),
]

/** The account of a persona or of any other user of the demonstration, by code. */
export const userIdOf = (code: string, seed = demonstrationSeed): string => idOf(seed, 'user', code)
