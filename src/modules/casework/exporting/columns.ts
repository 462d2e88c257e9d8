import type { CasePerson, ListedCase } from '../cases/case.ts'
import type { apartOnCase } from '../people/apart.ts'

/** A case as a file holds it, with the people on it. */
export interface ExportedCase {
  case: ListedCase
  people: ReturnType<typeof apartOnCase>
}

/**
 * The only columns that there are (trust.md, T3): what tells the work of a team, and of people only how
 * many in which role. No names, births or addresses: a file has no rules of access, and nobody sees who
 * opens it. A child who is suspected of something is counted among the children, as everywhere; whoever
 * has two roles counts in both.
 */
export const columns: readonly Column[] = [
  { title: 'reference', cell: one => one.case.reference },
  { title: 'type', cell: one => one.case.type },
  { title: 'summary', cell: one => one.case.summary },
  { title: 'team', cell: one => one.case.team },
  { title: 'state', cell: one => (one.case.closedOn === null ? 'open' : 'closed') },
  { title: 'opened on', cell: one => one.case.openedOn },
  { title: 'children at risk', cell: one => count(one.people.children, 'child at risk') },
  {
    title: 'children suspected of something',
    cell: one => count(one.people.children, 'suspect'),
  },
  { title: 'suspects', cell: one => count(one.people.suspects, 'suspect') },
  { title: 'witnesses', cell: one => count(all(one), 'witness') },
  { title: 'parents or carers', cell: one => count(all(one), 'parent or carer') },
  { title: 'associates', cell: one => count(all(one), 'associate') },
  { title: 'professionals', cell: one => count(all(one), 'professional') },
]

interface Column {
  title: string
  cell: (one: ExportedCase) => string | number
}

const count = (people: readonly CasePerson[], role: CasePerson['role']): number =>
  people.filter(one => one.role === role).length

const all = ({ people }: ExportedCase): CasePerson[] => [
  ...people.children,
  ...people.suspects,
  ...people.others,
]
