import type { ColumnOf, FileName } from './files.ts'
import type { Placed, PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'

/** Rows that tell the same thing a second time: counted twice, they would be a false total. */
export function duplicates(record: PublishedRecord): FileRefusal[] {
  const { visits, results, areaGrades, points, timescales } = record
  return [
    ...repeated('forces', record.forces, 'slug', row => [row.slug]),
    ...repeated('forces', record.forces, 'name', row => [row.name]),
    ...repeated('forces', record.forces, 'area_code', row => [row.areaCode]),
    ...repeated('groups', record.groups, 'slug', row => [row.slug]),
    ...repeated('groups', record.groups, 'name', row => [row.name]),
    ...repeated('members', record.members, null, row => [row.group, row.force]),
    ...repeated('scaleGrades', record.scaleGrades, 'grade', row => [row.scale, row.grade]),
    ...repeated('mappings', record.mappings, 'code', row => [row.code]),
    ...repeated('visits', visits, 'id', row => [row.id]),
    ...repeated('visits', visits, null, row => [
      row.subject,
      row.kind,
      row.fieldwork?.text,
      row.published?.text,
    ]),
    ...repeated('results', results, null, row => [
      row.visitId,
      row.sample,
      row.assessor,
      row.sourceUrl,
    ]),
    // Where the source does not say which area has a grade, two areas may have the same.
    ...repeated(
      'areaGrades',
      areaGrades.filter(row => row.area !== null),
      'area',
      row => [row.visitId, row.area ?? ''],
    ),
    ...repeated('points', points, null, row => [
      row.subject,
      row.published?.text,
      row.event,
      row.summary,
    ]),
    ...repeated('conflicts', record.conflicts, 'about', row => [row.visitId, row.about]),
    ...repeated('timescales', timescales, 'code', row => [row.code]),
    ...repeated('timescales', timescales, 'words', row => [row.words]),
  ]
}

function repeated<File extends FileName, Value>(
  file: File,
  rows: Placed<Value>[],
  column: ColumnOf<File> | null,
  key: (row: Placed<Value>) => (string | undefined)[],
): FileRefusal[] {
  const first = new Map<string, number>()
  return rows.flatMap(row => {
    const told = JSON.stringify(key(row).map(part => part ?? null))
    const earlier = first.get(told)
    first.set(told, earlier ?? row.position)
    if (earlier === undefined) return []
    const what = column === null ? 'The row tells' : 'The cell says'
    return [refusalOf(file, row, column, `${what} again what line ${earlier} has said.`)]
  })
}
