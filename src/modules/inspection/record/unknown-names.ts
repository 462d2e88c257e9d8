import type { ColumnOf, FileName } from './files.ts'
import type { Placed, PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'

/** Rows that speak of a force, visit or scale that no file has. */
export function unknownNames(record: PublishedRecord): FileRefusal[] {
  const forces = new Set(record.forces.map(force => force.slug))
  const groups = new Set(record.groups.map(group => group.slug))
  const visits = new Set(record.visits.map(visit => visit.id))
  const scales = new Set<string>(record.scaleGrades.map(grade => grade.scale))
  const words = new Set(record.timescales.map(timescale => timescale.words))
  const subjects = forces.union(groups)
  return [
    ...record.groups
      .filter(group => forces.has(group.slug))
      .map(group => refusalOf('groups', group, 'slug', 'A force has this name already.')),
    ...unknown('members', 'group', record.members, row => row.group, groups, 'group'),
    ...unknown('members', 'force', record.members, row => row.force, forces, 'force'),
    ...unknown('visits', 'subject', record.visits, row => row.subject, subjects, 'force or group'),
    ...unknown('results', 'visit', record.results, row => row.visitId, visits, 'visit'),
    ...unknown('results', 'scale', record.results, row => row.scale, scales, 'scale'),
    ...unknown('areaGrades', 'visit', record.areaGrades, row => row.visitId, visits, 'visit'),
    ...unknown('areaGrades', 'scale', record.areaGrades, row => row.scale, scales, 'scale'),
    ...unknown('mappings', 'scale', record.mappings, row => row.scale, scales, 'scale'),
    ...unknown('points', 'force', record.points, row => row.subject, forces, 'force'),
    ...unknown('points', 'timescale', record.points, statedTimescale, words, 'timescale'),
    ...unknown('conflicts', 'visit', record.conflicts, row => row.visitId, visits, 'visit'),
  ]
}

const statedTimescale = (point: { timescale: string }): string | null =>
  point.timescale === 'none stated' ? null : point.timescale

// eslint-disable-next-line max-params -- one line a rule above is worth more than an object around it
function unknown<File extends FileName, Value>(
  file: File,
  column: ColumnOf<File>,
  rows: Placed<Value>[],
  nameOf: (row: Placed<Value>) => string | null,
  known: Set<string>,
  what: string,
): FileRefusal[] {
  return rows.flatMap(row => {
    const name = nameOf(row)
    if (name === null || known.has(name)) return []
    return [refusalOf(file, row, column, `No ${what} is named "${name}".`)]
  })
}
