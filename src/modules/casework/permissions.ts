import type { Permissions } from '../../platform/access/permissions.ts'
import { mayExport } from './exporting/permissions.ts'

const ownCases = 'cases of own teams, cases that name them, and cases shared with them'
const changeable = 'cases of own teams, and cases that name them'
const sharedCases = 'what is shared with the agency or with them, while it is shared'
const wideCases = 'ordinary cases as far as the posting reaches; never restricted or sealed ones'

const readers = {
  investigator: ownCases,
  supervisor: ownCases,
  practitioner: sharedCases,
  analyst: wideCases,
} as const
const workers = { investigator: changeable, supervisor: changeable } as const
const supervisors = { supervisor: changeable } as const
const openers = { investigator: 'in own teams', supervisor: 'in own teams' } as const

const shareable = 'as for changing, except sealed ones'
const inNeed = 'cases of the area that are neither sealed nor blocked for them'
const ownNotices = {
  investigator: 'their own',
  supervisor: 'their own',
  practitioner: 'their own',
  analyst: 'their own',
  'standards-auditor': 'their own',
} as const

/** Who may do what with cases; to which of them, the row policies say (migrations/0007). */
export const may = {
  'case.search': {
    what: 'List and find cases',
    class: 'consultation',
    who: readers,
  },
  'case.read': {
    what: 'Open a case',
    class: 'consultation',
    who: readers,
  },
  'case.begin': {
    what: 'Open the form for a new case',
    class: 'consultation',
    who: openers,
  },
  'case.create': {
    what: 'Open a new case',
    class: 'collection',
    who: openers,
  },
  'case.edit': {
    what: 'Change a case',
    class: 'alteration',
    who: workers,
  },
  'case.reach': {
    what: 'Look at the shares of a case, before changing them',
    class: 'consultation',
    who: workers,
  },
  'case.govern': {
    what: 'Look at who reaches a case, before deciding it',
    class: 'consultation',
    who: supervisors,
  },
  'case.assign': {
    what: 'Give a case to another team',
    class: 'alteration',
    who: supervisors,
  },
  'case.restrict': {
    what: 'Restrict a case to named people, or open it to its team again',
    class: 'alteration',
    who: supervisors,
  },
  'case.name': {
    what: 'Name a colleague on a case, or take the name away',
    class: 'alteration',
    who: supervisors,
  },
  'case.share': {
    what: 'Share a case with an agency or one person, for some days',
    class: 'disclosure',
    who: { investigator: shareable, supervisor: shareable },
  },
  'case.end-share': {
    what: 'End a share at once',
    class: 'alteration',
    who: workers,
  },
  'case.block': {
    what: 'Block a colleague with a conflict of interest, or end the block',
    class: 'alteration',
    who: supervisors,
  },
  'case.seal': {
    what: 'Ask a second supervisor to seal a case, or to unseal it',
    class: 'alteration',
    who: supervisors,
  },
  'case.decide-seal': {
    what: 'Agree or not that a case is sealed, as the second supervisor',
    class: 'alteration',
    who: { supervisor: 'as for changing; never what they asked themselves' },
  },
  ...mayExport,
  'glass.rules': {
    what: 'Read the rules of breaking the glass',
    class: 'consultation',
    who: { investigator: 'all', supervisor: 'all', practitioner: 'all' },
  },
  'glass.break': {
    what: 'Break the glass: read a case in need',
    class: 'consultation',
    who: { investigator: inNeed, supervisor: inNeed, practitioner: inNeed },
  },
  'purpose.ask': {
    what: 'Be asked why, before something outside the own caseload',
    class: 'consultation',
    who: readers,
  },
  'purpose.give': {
    what: 'Say why something outside the own caseload is needed',
    class: 'consultation',
    who: readers,
  },
  'notice.read': { what: 'Read the inbox', class: 'consultation', who: ownNotices },
  'notice.mark': { what: 'Mark a notice as seen', class: 'alteration', who: ownNotices },
  'person.add': {
    what: 'Put a person on a case',
    class: 'collection',
    who: workers,
  },
  'person.search': {
    what: 'Find people by name and postcode',
    class: 'consultation',
    who: {
      investigator: `people on ${ownCases}`,
      supervisor: `people on ${ownCases}`,
      practitioner: `people on cases of which they see ${sharedCases}`,
      analyst: `people on ${wideCases}`,
    },
  },
  'person.read': {
    what: 'Open the record of a person',
    class: 'consultation',
    who: {
      investigator: `people on ${ownCases}`,
      supervisor: `people on ${ownCases}`,
      practitioner: `people on cases of which they see ${sharedCases}`,
      analyst: `people on ${wideCases}`,
    },
  },
  'person.edit': {
    what: 'Change the record of a person',
    class: 'alteration',
    who: {
      investigator: `people on ${changeable}`,
      supervisor: `people on ${changeable}`,
    },
  },
} as const satisfies Permissions
