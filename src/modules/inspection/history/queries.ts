import type { Reader } from '../../../platform/db/door.ts'
import type { Graded } from '../grading/graded.ts'
import type { Scale, Scales } from '../grading/scale.ts'
import type { AreaGrade, Conflict, Grade, ScaleCode } from '../record/visit.ts'
import { areaGradeOf, gradedOf } from './rows.ts'

/** Every result of the record with its visit, in the order of the record. */
export async function gradedVisits(tx: Reader): Promise<Graded[]> {
  const rows = await graded(tx).execute()
  return rows.map(gradedOf)
}

/** The results of one force with their visits; of declared groups that it belongs to, none. */
export async function gradedVisitsOf(tx: Reader, force: string): Promise<Graded[]> {
  const rows = await graded(tx).where('visit.force', '=', force).execute()
  return rows.map(gradedOf)
}

const graded = (tx: Reader) =>
  tx
    .selectFrom('inspection.result as result')
    .innerJoin('inspection.visit as visit', 'visit.id', 'result.visit_id')
    .select([
      'visit.id',
      'visit.subject',
      'visit.kind',
      'visit.fieldwork_text',
      'visit.fieldwork_from',
      'visit.fieldwork_to',
      'visit.fieldwork_precision',
      'visit.published_text',
      'visit.published_from',
      'visit.published_to',
      'visit.published_precision',
      'result.sample',
      'result.assessor',
      'result.scale',
      'result.cases',
      'result.good',
      'result.adequate',
      'result.requires_improvement',
      'result.inadequate',
      'result.not_good',
      'result.outcomes',
      'result.good_percent',
      'result.certainty',
      'result.note',
      'result.source_url',
    ])
    .orderBy('result.position')

/** Areas of work that inspectors graded as a whole, in the order of the record. */
export async function areaGrades(tx: Reader): Promise<AreaGrade[]> {
  const rows = await tx
    .selectFrom('inspection.area_grade')
    .select(['visit_id', 'scale', 'area', 'grade'])
    .orderBy('position')
    .execute()
  return rows.map(areaGradeOf)
}

/** The grading scales, each with its grades from best to last. */
export async function gradingScales(tx: Reader): Promise<Scales> {
  const rows = await tx
    .selectFrom('inspection.scale as scale')
    .innerJoin('inspection.scale_grade as grade', 'grade.scale', 'scale.code')
    .select(['scale.code', 'scale.title', 'scale.graded', 'scale.source_url', 'grade.grade'])
    .orderBy('scale.position')
    .orderBy('grade.rank')
    .execute()
  const scales = new Map<ScaleCode, Scale>()
  for (const row of rows) {
    const code = row.code as ScaleCode
    const grades = [...(scales.get(code)?.grades ?? []), row.grade as Grade]
    const graded = row.graded as Scale['graded']
    scales.set(code, { code, title: row.title, graded, grades, sourceUrl: row.source_url })
  }
  return scales
}

/** Where sources contradict each other, or one contradicts itself. */
export async function conflicts(tx: Reader): Promise<Conflict[]> {
  const rows = await tx
    .selectFrom('inspection.conflict')
    .select(['visit_id', 'about', 'one_says', 'one_source', 'other_says', 'other_source'])
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    visitId: row.visit_id,
    about: row.about,
    oneSays: row.one_says,
    oneSource: row.one_source,
    otherSays: row.other_says,
    otherSource: row.other_source,
  }))
}
