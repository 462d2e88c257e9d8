import type { Permissions } from '../../platform/access/permissions.ts'

const ownCases = 'cases of own teams, cases that name them, and cases shared with them'
const sharedCases = 'what is shared with the agency or with them, while it is shared'
const wideCases = 'ordinary cases as far as the posting reaches; never restricted or sealed ones'

/** Who may do what with cases; to which of them, the row policies say (migrations/0007). */
export const may = {
  'case.search': {
    what: 'List and find cases',
    class: 'consultation',
    who: {
      investigator: ownCases,
      supervisor: ownCases,
      practitioner: sharedCases,
      analyst: wideCases,
    },
  },
  'case.read': {
    what: 'Open a case',
    class: 'consultation',
    who: {
      investigator: ownCases,
      supervisor: ownCases,
      practitioner: sharedCases,
      analyst: wideCases,
    },
  },
  'case.create': {
    what: 'Open a new case',
    class: 'collection',
    who: { investigator: 'in own teams', supervisor: 'in own teams' },
  },
  'case.edit': {
    what: 'Change a case',
    class: 'alteration',
    who: {
      investigator: 'cases of own teams, and cases that name them',
      supervisor: 'cases of own teams, and cases that name them',
    },
  },
} as const satisfies Permissions
