/** What was published of each visit: counts of samples, and areas graded as a whole. */
import type { SourceInspection } from './source.ts'
import { visitId } from './visits.ts'

/**
 * The source calls this row `published`, and its note says that the counts add up to 34 of 33 cases.
 * The copy says so where programs look: in `certainty`. It is the one field that the copy changes.
 */
export const declaredContradiction = (row: SourceInspection): boolean =>
  row.force === 'West Yorkshire' &&
  row.assessor === 'inspector' &&
  row.case_type === 'all (jointly assessed sample)'

/**
 * Rows whose one count is of something that happened to the cases (a child kept in cells, a risk
 * managed badly), not of a grade: their notes say so. The copy gives the count a column of its own.
 */
const countsOutcomes = (row: SourceInspection): boolean =>
  /^(An outcome count|Themed count)/.test(row.notes)

export const resultRows = (rows: SourceInspection[], slugs: Map<string, string>): string[][] =>
  rows.map(row => [
    visitId(row, slugs),
    row.case_type,
    row.assessor,
    row.scale,
    row.cases_total,
    row.good,
    row.adequate,
    row.requires_improvement,
    row.inadequate,
    countsOutcomes(row) ? '' : row.not_good_combined,
    countsOutcomes(row) ? row.not_good_combined : '',
    row.good_pct_published,
    declaredContradiction(row) ? 'published (source disagrees with itself)' : row.certainty,
    row.notes,
    row.source_url,
  ])

export const areaGradeRows = (rows: SourceInspection[], slugs: Map<string, string>): string[][] =>
  rows.flatMap(row =>
    areaGrades(row.area_judgements).map(([area, grade]) => [
      visitId(row, slugs),
      row.scale,
      area,
      grade,
    ]),
  )

/**
 * `leadership: good; the other three areas one adequate and two requires improvement` becomes four
 * pairs: a named area, and three grades whose area the source does not say.
 */
export const areaGrades = (text: string): [area: string, grade: string][] =>
  text === '' ? [] : text.split('; ').flatMap(part => named(part) ?? unnamed(part))

function named(part: string): [string, string][] | null {
  const match = /^([a-z ]+): ([a-z ]+)$/.exec(part)
  return match && [[String(match[1]), String(match[2])]]
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five']

/** `of the other two areas one adequate and one requires improvement` */
function unnamed(part: string): [string, string][] {
  const match = /^(?:of )?the other (\w+) areas (.+)$/.exec(part)
  if (match === null) throw new Error(`The area grades "${part}" have no known form.`)
  const grades = String(match[2])
    .split(' and ')
    .flatMap(each => {
      const [count = '', ...grade] = each.split(' ')
      return Array<[string, string]>(numberWords.indexOf(count)).fill(['', grade.join(' ')])
    })
  if (grades.length !== numberWords.indexOf(String(match[1]))) {
    throw new Error(`The area grades "${part}" do not add up.`)
  }
  return grades
}
