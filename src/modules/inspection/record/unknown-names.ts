import type { ColumnOf, FileName } from './files.ts'
import type { Placed, PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'

/** Rows that speak of a force, visit, scale or timescale that no file has. */
export function unknownNames(record: PublishedRecord): FileRefusal[] {
  const { visits, results, areaGrades, points, members } = record
  const { force, group, subject, visit, scale, timescale } = namesIn(record)
  return [
    ...record.groups
      .filter(each => force.names.has(each.slug))
      .map(each => refusalOf('groups', each, 'slug', 'A force has this name already.')),
    ...unknown(
      'members',
      'group',
      naming(members, row => row.group),
      group,
    ),
    ...unknown(
      'members',
      'force',
      naming(members, row => row.force),
      force,
    ),
    ...unknown(
      'visits',
      'subject',
      naming(visits, row => row.subject),
      subject,
    ),
    ...unknown(
      'results',
      'visit',
      naming(results, row => row.visitId),
      visit,
    ),
    ...unknown(
      'results',
      'scale',
      naming(results, row => row.scale),
      scale,
    ),
    ...unknown(
      'areaGrades',
      'visit',
      naming(areaGrades, row => row.visitId),
      visit,
    ),
    ...unknown(
      'areaGrades',
      'scale',
      naming(areaGrades, row => row.scale),
      scale,
    ),
    ...unknown(
      'mappings',
      'scale',
      naming(record.mappings, row => row.scale),
      scale,
    ),
    ...unknown(
      'points',
      'force',
      naming(points, row => row.subject),
      force,
    ),
    ...unknown('points', 'timescale', naming(points, statedTimescale), timescale),
    ...unknown(
      'conflicts',
      'visit',
      naming(record.conflicts, row => row.visitId),
      visit,
    ),
  ]
}

/** What a name can be the name of, and the names that there are. */
interface Known {
  what: string
  names: ReadonlySet<string>
}

function namesIn(record: PublishedRecord) {
  const forces = new Set(record.forces.map(each => each.slug))
  const groups = new Set(record.groups.map(each => each.slug))
  return {
    force: { what: 'force', names: forces },
    group: { what: 'group', names: groups },
    subject: { what: 'force or group', names: forces.union(groups) },
    visit: { what: 'visit', names: new Set(record.visits.map(each => each.id)) },
    scale: { what: 'scale', names: new Set(record.scaleGrades.map(each => each.scale)) },
    timescale: { what: 'timescale', names: new Set(record.timescales.map(each => each.words)) },
  } satisfies Record<string, Known>
}

interface Naming {
  position: number
  name: string | null
}

const naming = <Value>(
  rows: Placed<Value>[],
  nameOf: (row: Placed<Value>) => string | null,
): Naming[] => rows.map(row => ({ position: row.position, name: nameOf(row) }))

const statedTimescale = (point: { timescale: string }): string | null =>
  point.timescale === 'none stated' ? null : point.timescale

function unknown<File extends FileName>(
  file: File,
  column: ColumnOf<File>,
  rows: Naming[],
  { what, names }: Known,
): FileRefusal[] {
  return rows.flatMap(row =>
    row.name === null || names.has(row.name)
      ? []
      : [refusalOf(file, row, column, `No ${what} is named "${row.name}".`)],
  )
}
