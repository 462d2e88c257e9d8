/**
 * The files of `reference/` that hold the published record, and the columns of each in order. Each
 * folder has a `manifest.json` that says what the columns mean and where the rows come from.
 */
export const recordFiles = {
  forces: {
    path: 'forces/forces.csv',
    columns: ['slug', 'name', 'country', 'region', 'area_code', 'source'],
  },
  groups: { path: 'forces/groups.csv', columns: ['slug', 'name'] },
  members: { path: 'forces/group-members.csv', columns: ['group', 'force'] },
  scaleGrades: {
    path: 'frameworks/grading-scales.csv',
    columns: ['scale', 'title', 'graded', 'grade', 'in_use_from', 'source'],
  },
  mappings: {
    path: 'frameworks/mappings.csv',
    columns: ['code', 'title', 'scale', 'counted', 'rest', 'why', 'source'],
  },
  visits: {
    path: 'published-inspections/visits.csv',
    columns: ['id', 'subject', 'kind', 'fieldwork', 'published'],
  },
  results: {
    path: 'published-inspections/results.csv',
    columns: [
      'visit',
      'sample',
      'assessor',
      'scale',
      'cases',
      'good',
      'adequate',
      'requires_improvement',
      'inadequate',
      'not_good',
      'outcomes',
      'good_percent',
      'certainty',
      'note',
      'source_url',
    ],
  },
  areaGrades: {
    path: 'published-inspections/area-grades.csv',
    columns: ['visit', 'scale', 'area', 'grade'],
  },
  points: {
    path: 'published-inspections/points.csv',
    columns: [
      'force',
      'published',
      'event',
      'timescale',
      'summary',
      'area',
      'basis',
      'status',
      'source_url',
    ],
  },
  conflicts: {
    path: 'published-inspections/conflicts.csv',
    columns: ['visit', 'about', 'one_says', 'one_source', 'other_says', 'other_source'],
  },
  timescales: {
    path: 'time-limits/inspection-timescales.csv',
    columns: ['code', 'words', 'unit', 'amount', 'counted_from', 'rule', 'source', 'verified'],
  },
} as const satisfies Record<string, RecordFile>

interface RecordFile {
  /** Below `reference/`. */
  path: string
  columns: readonly string[]
}

export type FileName = keyof typeof recordFiles

/** A column of one of the files, so that a misspelt name does not compile. */
export type ColumnOf<File extends FileName> = (typeof recordFiles)[File]['columns'][number]
