/**
 * Makes the files of `reference/forces/` and `reference/published-inspections/` from the three files of
 * the published record, so that the copy can be made again when the source has new rows:
 *
 *     node tools/import-published-record.ts FOLDER
 *
 * where FOLDER holds `forces.csv`, `force_inspections.csv` and `force_recommendations.csv`. Texts are
 * copied as they are; the one field that changes is told in `published-record/results.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { FileName } from '../src/modules/inspection/record/files.ts'
import { recordFiles } from '../src/modules/inspection/record/files.ts'
import { conflictRows } from './published-record/conflicts.ts'
import {
  forceRows,
  group,
  memberRows,
  officerRows,
  slugsByName,
} from './published-record/forces.ts'
import { pointRows } from './published-record/points.ts'
import { areaGradeRows, resultRows } from './published-record/results.ts'
import type { SourceTexts } from './published-record/source.ts'
import { sourceRows } from './published-record/source.ts'
import { visitRows } from './published-record/visits.ts'

/** The text of each file below `reference/`, by its path. Throws when a source has no known form. */
export function importedFiles(texts: SourceTexts): Map<string, string> {
  const { forces, inspections, recommendations } = sourceRows(texts)
  const slugs = slugsByName(forces)
  const file = (name: FileName, rows: string[][]): [string, string] => [
    recordFiles[name].path,
    csv(recordFiles[name].columns, rows),
  ]
  return new Map([
    file('forces', forceRows(forces)),
    file('groups', [[group.slug, group.name]]),
    file('members', memberRows(inspections, slugs)),
    ['forces/officers.csv', csv(['force', 'on', 'officers', 'source'], officerRows(forces))],
    file('visits', visitRows(inspections, slugs)),
    file('results', resultRows(inspections, slugs)),
    file('areaGrades', areaGradeRows(inspections, slugs)),
    file('points', pointRows(recommendations, slugs)),
    file('conflicts', conflictRows(inspections, slugs)),
  ])
}

/** The three source files of a folder. */
export const sourcesIn = (folder: string): SourceTexts => ({
  forces: readFileSync(join(folder, 'forces.csv'), 'utf8'),
  inspections: readFileSync(join(folder, 'force_inspections.csv'), 'utf8'),
  recommendations: readFileSync(join(folder, 'force_recommendations.csv'), 'utf8'),
})

const csv = (columns: readonly string[], rows: string[][]): string =>
  stringify([[...columns], ...rows])

if (import.meta.main) {
  const folder = process.argv[2]
  if (folder === undefined) {
    process.stderr.write('Say which folder holds the source files.\n')
    process.exit(1)
  }
  for (const [path, text] of importedFiles(sourcesIn(folder))) {
    writeFileSync(resolve(import.meta.dirname, '../reference', path), text)
    process.stdout.write(`reference/${path}: ${text.trimEnd().split('\n').length - 1} rows\n`)
  }
}
