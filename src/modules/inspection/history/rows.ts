import type { Graded } from '../grading/graded.ts'
import type {
  AreaGrade,
  Certainty,
  Grade,
  Period,
  Result,
  ScaleCode,
  VisitKind,
} from '../record/visit.ts'

/** A result with its visit, as the database gives it. */
export interface GradedRow {
  id: string
  subject: string | null
  kind: string
  fieldwork_text: string | null
  fieldwork_from: string | null
  fieldwork_to: string | null
  fieldwork_precision: string | null
  published_text: string | null
  published_from: string | null
  published_to: string | null
  published_precision: string | null
  sample: string
  assessor: string
  scale: string | null
  cases: number | null
  good: number | null
  adequate: number | null
  requires_improvement: number | null
  inadequate: number | null
  not_good: number | null
  outcomes: number | null
  good_percent: number | null
  certainty: string
  note: string
  source_url: string
}

/** The checks of the tables hold the closed sets of words, so that they are not checked again here. */
export const gradedOf = (row: GradedRow): Graded => ({
  visit: {
    id: row.id,
    subject: row.subject ?? '',
    kind: row.kind as VisitKind,
    fieldwork: periodOf(row, 'fieldwork'),
    published: periodOf(row, 'published'),
  },
  result: {
    visitId: row.id,
    sample: row.sample,
    assessor: row.assessor as Result['assessor'],
    scale: row.scale as ScaleCode | null,
    cases: row.cases,
    counts: countsOf(row),
    notGood: row.not_good,
    outcomes: row.outcomes,
    goodPercent: row.good_percent,
    certainty: row.certainty as Certainty,
    note: row.note,
    sourceUrl: row.source_url,
  },
})

export const areaGradeOf = (row: {
  visit_id: string
  scale: string
  area: string | null
  grade: string
}): AreaGrade => ({
  visitId: row.visit_id,
  scale: row.scale as ScaleCode,
  area: row.area,
  grade: row.grade as Grade,
})

export function periodOf<Of extends 'fieldwork' | 'published'>(
  row: { [Column in `${Of}_${'text' | 'from' | 'to' | 'precision'}`]: string | null },
  of: Of,
): Period | null {
  const [text, from] = [row[`${of}_text`], row[`${of}_from`]]
  const [to, precision] = [row[`${of}_to`], row[`${of}_precision`]]
  if (text === null || from === null || to === null || precision === null) return null
  return {
    text,
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
    precision: precision as Period['precision'],
  }
}

/** A column that is null has no key: "not found" is never a zero. */
function countsOf(row: GradedRow): Result['counts'] {
  const counts: Result['counts'] = {}
  if (row.good !== null) counts.good = row.good
  if (row.adequate !== null) counts.adequate = row.adequate
  if (row.requires_improvement !== null) counts['requires improvement'] = row.requires_improvement
  if (row.inadequate !== null) counts.inadequate = row.inadequate
  return counts
}
