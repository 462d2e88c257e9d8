import type { TeamCode } from './partnership.ts'

/** Types of case, each with lines of process and category, such as one reads in a list. */
export const summaries = {
  'child sexual exploitation': [
    'Concern about older acquaintances, raised by school; first enquiries under way',
    'Pattern of late returns and new belongings; strategy discussion held',
    'Disclosure to a trusted adult; interview planned with an intermediary',
    'Two addresses named by several children; disruption being considered',
    'Information from the community about a meeting place; grading under review',
    'Earlier enquiry reopened after new information from health',
  ],
  'child criminal exploitation': [
    'Found far from home twice; referral to the national mechanism made',
    'Debt and travel pattern reported by a parent; mapping under way',
    'Carrying for older people suspected; safety plan agreed with the school',
    'Address of a vulnerable adult used by others; partner visits planned',
    'Transport tickets and a second telephone recorded; line of enquiry open',
  ],
  'missing child': [
    'Fourth episode this term; return interview offered and taken',
    'Missing from placement at weekends; pull factors being mapped',
    'Missing overnight with a friend who is also known; joint plan made',
    'Return interview names a place that three other children have named',
    'Missing episodes ended; case kept for review after ninety days',
  ],
  'abuse in the family': [
    'Referral from health visitor; section 47 enquiry joint with social care',
    'Neighbour called twice; child seen alone and at school',
    'Concern about a parent’s new partner; checks under way',
    'Sibling group; written agreement in place and visited weekly',
  ],
  'online abuse': [
    'Contact by a stranger through a game; device kept by the parents',
    'Pressure to send images reported to school; preservation asked for',
    'Account pretending to be a child; provider has answered',
    'Report from the national centre; address confirmed',
    'Group chat of a year group; education session arranged',
  ],
  'abuse in an institution': [
    'Allegation against a person in a position of trust; designated officer told',
    'Historic report about a club; records being traced',
    'Concern about conduct of a coach; governing body informed',
  ],
  'safeguarding concern': [
    'Information below the threshold; early help offered',
    'Repeat contact from one household; chronology begun',
    'Young carer without support; assessment asked for',
    'Concern passed by a faith group; conversation with the family arranged',
  ],
} as const

export type CaseType = keyof typeof summaries

/** What each team that holds cases works on. */
export const workOf = {
  north: ['child sexual exploitation', 'child criminal exploitation'],
  south: ['child sexual exploitation', 'child criminal exploitation', 'abuse in an institution'],
  missing: ['missing child', 'child criminal exploitation'],
  online: ['online abuse'],
  hub: ['abuse in the family', 'safeguarding concern'],
} as const satisfies Partial<Record<TeamCode, readonly CaseType[]>>
