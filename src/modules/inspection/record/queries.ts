import type { Reader, Writer } from '../../../platform/db/door.ts'
import { recordFiles } from './files.ts'
import type { Provenance } from './folder.ts'
import type { Mapping, Placed, PublishedRecord, ScaleGrade } from './published-record.ts'
import type { Period, Result, Visit } from './visit.ts'

/** The files that the tables were filled from. */
export const loadedFiles = (tx: Reader): Promise<Provenance[]> =>
  tx
    .selectFrom('platform.reference_file')
    .select(['folder', 'path', 'version', 'digest', 'source', 'source_date', 'licence'])
    .where('folder', 'in', folders)
    .execute()

export async function replaceLoadedFiles(tx: Writer, files: Provenance[]): Promise<void> {
  await tx.deleteFrom('platform.reference_file').where('folder', 'in', folders).execute()
  await tx.insertInto('platform.reference_file').values(files).execute()
}

/** Puts a record in the place of the one before; how many rows of its files were written. */
export async function replaceRecord(tx: Writer, record: PublishedRecord): Promise<number> {
  await emptyTables(tx)
  await fillForces(tx, record)
  await fillFrameworks(tx, record)
  await fillVisits(tx, record)
  const files: Record<string, object[]> = { ...record }
  return Object.values(files).reduce((sum, rows) => sum + rows.length, 0)
}

const folders = [
  ...new Set(Object.values(recordFiles).map(({ path }) => path.slice(0, path.indexOf('/')))),
]

/** Members before their groups, grades before their scales, results before their visits. */
async function emptyTables(tx: Writer): Promise<void> {
  const tables = [
    'conflict',
    'area_grade',
    'result',
    'visit',
    'point',
    'group_member',
    'force_group',
    'force',
    'mapping_grade',
    'mapping',
    'scale_grade',
    'scale',
    'timescale',
  ] as const
  for (const table of tables) await tx.deleteFrom(`inspection.${table}`).execute()
}

async function fillForces(tx: Writer, { forces, groups, members }: PublishedRecord): Promise<void> {
  await inBatches(forces, rows =>
    tx
      .insertInto('inspection.force')
      .values(rows.map(({ areaCode, ...force }) => ({ ...force, area_code: areaCode })))
      .execute(),
  )
  await inBatches(groups, rows => tx.insertInto('inspection.force_group').values(rows).execute())
  await inBatches(members, rows =>
    tx
      .insertInto('inspection.group_member')
      .values(rows.map(({ group, ...member }) => ({ ...member, force_group: group })))
      .execute(),
  )
}

async function fillFrameworks(tx: Writer, record: PublishedRecord): Promise<void> {
  const scales = [...Map.groupBy(record.scaleGrades, grade => grade.scale).values()]
  await inBatches(scales, rows =>
    tx.insertInto('inspection.scale').values(rows.flatMap(scaleRow)).execute(),
  )
  await inBatches(scales, rows =>
    tx.insertInto('inspection.scale_grade').values(rows.flatMap(gradeRows)).execute(),
  )
  await inBatches(record.mappings, rows =>
    tx.insertInto('inspection.mapping').values(rows.map(mappingRow)).execute(),
  )
  await inBatches(record.mappings, rows =>
    tx.insertInto('inspection.mapping_grade').values(rows.flatMap(sideRows)).execute(),
  )
  await inBatches(record.timescales, rows =>
    tx
      .insertInto('inspection.timescale')
      .values(
        rows.map(({ countedFrom, sourceUrl, ...rule }) => ({
          ...rule,
          counted_from: countedFrom,
          source_url: sourceUrl,
        })),
      )
      .execute(),
  )
}

async function fillVisits(tx: Writer, record: PublishedRecord): Promise<void> {
  const groups = new Set(record.groups.map(group => group.slug))
  await inBatches(record.visits, rows =>
    tx
      .insertInto('inspection.visit')
      .values(rows.map(visit => visitRow(visit, groups)))
      .execute(),
  )
  await inBatches(record.results, rows =>
    tx.insertInto('inspection.result').values(rows.map(resultRow)).execute(),
  )
  await inBatches(record.areaGrades, rows =>
    tx
      .insertInto('inspection.area_grade')
      .values(rows.map(({ visitId, ...graded }) => ({ ...graded, visit_id: visitId })))
      .execute(),
  )
  await inBatches(record.points, rows =>
    tx
      .insertInto('inspection.point')
      .values(
        rows.map(({ subject, published, sourceUrl, ...point }) => ({
          ...point,
          force: subject,
          ...periodColumns('published', published),
          source_url: sourceUrl,
        })),
      )
      .execute(),
  )
  await inBatches(record.conflicts, rows =>
    tx
      .insertInto('inspection.conflict')
      .values(
        rows.map(({ visitId, oneSays, oneSource, otherSays, otherSource, ...conflict }) => ({
          ...conflict,
          visit_id: visitId,
          one_says: oneSays,
          one_source: oneSource,
          other_says: otherSays,
          other_source: otherSource,
        })),
      )
      .execute(),
  )
}

const visitRow = (visit: Placed<Visit>, groups: Set<string>) => ({
  id: visit.id,
  force: groups.has(visit.subject) ? null : visit.subject,
  force_group: groups.has(visit.subject) ? visit.subject : null,
  kind: visit.kind,
  ...periodColumns('fieldwork', visit.fieldwork),
  ...periodColumns('published', visit.published),
  position: visit.position,
})

const resultRow = (result: Placed<Result>) => ({
  visit_id: result.visitId,
  sample: result.sample,
  assessor: result.assessor,
  scale: result.scale,
  cases: result.cases,
  good: result.counts.good ?? null,
  adequate: result.counts.adequate ?? null,
  requires_improvement: result.counts['requires improvement'] ?? null,
  inadequate: result.counts.inadequate ?? null,
  not_good: result.notGood,
  outcomes: result.outcomes,
  good_percent: result.goodPercent,
  certainty: result.certainty,
  note: result.note,
  source_url: result.sourceUrl,
  position: result.position,
})

const scaleRow = ([first]: Placed<ScaleGrade>[]) =>
  first === undefined
    ? []
    : [
        {
          code: first.scale,
          title: first.title,
          graded: first.graded,
          in_use_from: first.inUseFrom,
          source_url: first.sourceUrl,
          position: first.position,
        },
      ]

const gradeRows = (grades: Placed<ScaleGrade>[]) =>
  grades.map(({ scale, grade, position }, at) => ({ scale, grade, rank: at + 1, position }))

const mappingRow = ({ code, title, scale, why, sourceUrl, position }: Placed<Mapping>) => ({
  code,
  title,
  scale,
  why,
  source_url: sourceUrl,
  position,
})

const sideRows = ({ code, scale, counted, rest }: Mapping) =>
  Object.entries({ counted, rest }).flatMap(([side, grades]) =>
    grades.map(grade => ({ mapping: code, scale, grade, side })),
  )

type PeriodColumns<Of extends string> = {
  [Column in `${Of}_${'text' | 'from' | 'to' | 'precision'}`]: string | null
}

const periodColumns = <Of extends string>(of: Of, period: Period | null) =>
  Object.fromEntries(
    [
      ['text', period && period.text],
      ['from', period && period.from.toString()],
      ['to', period && period.to.toString()],
      ['precision', period && period.precision],
    ].map(([part, value]) => [`${of}_${String(part)}`, value]),
  ) as PeriodColumns<Of>

/** One statement may have 65,535 parameters; a batch of the widest rows has 7,500. */
async function inBatches<Row>(
  rows: Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) await write(rows.slice(start, start + 500))
}
