import type { Permissions } from '../../../platform/access/permissions.ts'

const takeable =
  'cases that a posting or their own name leads to; never sealed ones, nor by a share or broken glass'
const toDecide =
  'what somebody of the same agency asks, outside the own line; never what they asked themselves'
const overseen = 'all of the area, without the names that were searched'

/** Who may do what with files of cases; which cases are in one, migrations/0014 says. */
export const mayExport = {
  'export.list': {
    what: 'List requests for cases as a file',
    class: 'consultation',
    who: {
      supervisor: `their own, and ${toDecide}`,
      analyst: 'their own',
      'standards-auditor': overseen,
    },
  },
  'export.read': {
    what: 'Open a request for cases as a file',
    class: 'consultation',
    who: {
      supervisor: `their own, and ${toDecide}`,
      analyst: 'their own',
      'standards-auditor': overseen,
    },
  },
  'export.begin': {
    what: 'See what a file of cases would hold, before asking for it',
    class: 'consultation',
    who: { supervisor: takeable, analyst: takeable },
  },
  'export.ask': {
    what: 'Ask a second person that cases leave as a file',
    class: 'alteration',
    who: { supervisor: takeable, analyst: takeable },
  },
  'export.weigh': {
    what: 'Look at a request for cases as a file, before deciding it',
    class: 'consultation',
    who: { supervisor: toDecide },
  },
  'export.decide': {
    what: 'Agree or not that cases leave as a file, as the second person',
    class: 'alteration',
    who: { supervisor: toDecide },
  },
  'export.download': {
    what: 'Take a file of cases that a second person agreed to',
    class: 'disclosure',
    who: {
      supervisor: `what they asked for themselves: ${takeable}`,
      analyst: `what they asked for themselves: ${takeable}`,
    },
  },
} as const satisfies Permissions
