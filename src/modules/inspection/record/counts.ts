import type { ColumnOf } from './files.ts'
import type { Placed, PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'
import type { Certainty, Grade, Result } from './visit.ts'

/**
 * Counts that cannot be. A declared contradiction (`certainty` says that the source disagrees with
 * itself) may have parts that do not add up, but then the two statements must be in the conflicts.
 */
export function brokenCounts(record: PublishedRecord): FileRefusal[] {
  const gradesOf = Map.groupBy(record.scaleGrades, grade => grade.scale)
  const withConflict = new Set(record.conflicts.map(conflict => conflict.visitId))
  const withAreas = new Set(record.areaGrades.map(area => area.visitId))
  return record.results.flatMap(result => {
    const scale = result.scale === null ? [] : (gradesOf.get(result.scale) ?? [])
    const caseGrades = scale.filter(each => each.graded === 'case').map(each => each.grade)
    const faults = contradictsItself(result)
      ? undeclared(withConflict.has(result.visitId))
      : [partsFault(result, caseGrades), notGoodFault(result, caseGrades)]
    return [
      ...faults,
      ...foreignGrades(result, caseGrades),
      missingTotal(result),
      outcomesFault(result),
      figuresFault(result, withAreas.has(result.visitId)),
    ].flatMap(fault => (fault === null ? [] : [asRefusal(result, fault)]))
  })
}

type Fault = { column: ColumnOf<'results'>; reason: string } | null

const asRefusal = (result: Placed<Result>, fault: NonNullable<Fault>): FileRefusal =>
  refusalOf('results', result, fault.column, fault.reason)

const contradictsItself = ({ certainty }: Result): boolean =>
  certainty === 'published (source disagrees with itself)'

const undeclared = (inConflicts: boolean): Fault[] =>
  inConflicts
    ? []
    : [
        {
          column: 'certainty',
          reason: 'The two statements that disagree are not in the conflicts.',
        },
      ]

function partsFault(result: Result, grades: Grade[]): Fault {
  const { cases, counts } = result
  if (cases === null) return null
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  const isWhole = grades.length > 0 && grades.every(grade => counts[grade] !== undefined)
  const parts = Object.entries(counts).map(([grade, count]) => `${count} ${grade}`)
  if (sum > cases) {
    return { column: 'cases', reason: `${list(parts)} add up to ${sum}, more than ${cases} cases.` }
  }
  return isWhole && sum !== cases
    ? { column: 'cases', reason: `${list(parts)} add up to ${sum}, not to ${cases} cases.` }
    : null
}

/**
 * The lower grades together, where their parts are known too. On a scale without requires improvement
 * (2014) the record counts adequate among them.
 */
function notGoodFault({ cases, counts, notGood }: Result, grades: Grade[]): Fault {
  if (notGood === null || cases === null) return null
  const good = counts.good ?? 0
  if (good + notGood > cases) {
    const reason = `${good} good and ${notGood} not good are more than ${cases} cases.`
    return { column: 'not_good', reason }
  }
  const middle = grades.includes('requires improvement') ? 'requires improvement' : 'adequate'
  const lower = [counts[middle], counts.inadequate].filter(count => count !== undefined)
  const sum = lower.reduce((total, count) => total + count, 0)
  if (lower.length < 2 || sum === notGood) return null
  const reason = `The cases graded ${middle} and inadequate are ${sum}, not ${notGood}.`
  return { column: 'not_good', reason }
}

const columnOf: Record<Grade, ColumnOf<'results'>> = {
  good: 'good',
  adequate: 'adequate',
  'requires improvement': 'requires_improvement',
  inadequate: 'inadequate',
}

const gradesCounted = (result: Result): Grade[] => Object.keys(result.counts) as Grade[]

const foreignGrades = (result: Result, grades: Grade[]): Fault[] =>
  result.scale === null
    ? []
    : gradesCounted(result)
        .filter(grade => !grades.includes(grade))
        .map(grade => ({
          column: columnOf[grade],
          reason: `No case can be graded ${grade} on the scale ${String(result.scale)}.`,
        }))

function missingTotal(result: Result): Fault {
  if (gradesCounted(result).length === 0 && result.notGood === null) return null
  if (result.scale === null) return { column: 'scale', reason: 'Grades are counted on no scale.' }
  if (result.cases === null) return { column: 'cases', reason: 'Grades are counted of no total.' }
  return null
}

/** A count of outcomes stands alone: beside grades nobody could tell which is which. */
function outcomesFault(result: Result): Fault {
  const { outcomes, cases } = result
  if (outcomes === null) return null
  if (gradesCounted(result).length > 0 || result.notGood !== null) {
    return { column: 'outcomes', reason: 'Outcomes and grades are counted in one row.' }
  }
  return cases === null || outcomes > cases
    ? { column: 'outcomes', reason: `${outcomes} outcomes are more than ${cases ?? 'no'} cases.` }
    : null
}

/** What each certainty says about the figures of its row. */
function figuresFault(result: Result, hasAreas: boolean): Fault {
  const figures = { graded: isGraded(result), total: result.cases !== null, areas: hasAreas }
  const reason = wrongFigures[result.certainty](figures)
  return reason === null ? null : { column: 'certainty', reason }
}

const isGraded = (result: Result): boolean =>
  gradesCounted(result).length > 0 ||
  result.notGood !== null ||
  result.goodPercent !== null ||
  result.outcomes !== null

interface Figures {
  graded: boolean
  total: boolean
  areas: boolean
}

const somethingPublished = ({ graded, areas }: Figures): string | null =>
  graded || areas ? null : 'The row says that figures were published, and has none.'

function totalWithoutGrades({ graded, total }: Figures): string | null {
  if (graded) return 'The row says that no grades are known, and has some.'
  return total ? null : 'The row says that a total is known, and has none.'
}

const wrongFigures: Record<Certainty, (figures: Figures) => string | null> = {
  'event only': ({ graded, total }) =>
    graded || total ? 'The row says that only the event is known, and has figures.' : null,
  'total only': totalWithoutGrades,
  'themed count in notes': totalWithoutGrades,
  published: somethingPublished,
  derived: somethingPublished,
  'published (source disagrees with itself)': somethingPublished,
}

const list = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
