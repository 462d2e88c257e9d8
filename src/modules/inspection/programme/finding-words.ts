import { countInWords, listInWords } from '../../../platform/web/words/numbers.ts'
import { whenOf } from '../history/order.ts'
import type { AreaGrade, Grade, Result } from '../record/visit.ts'
import type { Finding } from './finding.ts'
import type { ForceRow } from './programme.ts'

/** What a visit found, in the scale of its own time, with its year: counts, never a mark for the force. */
export function foundInWords(found: ForceRow['found']): string {
  if (found === null) return 'No figures found'
  const year = whenOf(found.visit)?.from.year
  return `${year === undefined ? '' : `${year}: `}${findingInWords(found.finding)}`
}

/** "17 good, 30 requires improvement, 22 inadequate of 69 cases". */
export function findingInWords(finding: Finding): string {
  switch (finding.is) {
    case 'cases':
      return `${countsInWords(finding.result)}${finding.wholeSample ? '' : ` (${finding.result.sample} only)`}`
    case 'areas':
      return `areas graded: ${areasInWords(finding.areas)}`
    case 'share':
      return `${finding.goodPercent}% good; number of cases not found`
    case 'contradiction':
      return `${countsInWords(finding.result)}; the source contradicts itself`
  }
}

function countsInWords({ counts, notGood, cases }: Result): string {
  const grades = Object.entries(counts).map(([grade, count]) => `${count} ${grade}`)
  const together =
    notGood !== null &&
    counts['requires improvement'] === undefined &&
    counts.adequate === undefined
      ? [`${notGood} requires improvement or inadequate`]
      : []
  return `${[...grades, ...together].join(', ')} of ${cases ?? 'an unknown number of'} cases`
}

const areasInWords = (areas: readonly AreaGrade[]): string => {
  const byGrade = Map.groupBy(areas, ({ grade }) => grade)
  const best: Grade[] = ['good', 'adequate', 'requires improvement', 'inadequate']
  return listInWords(
    best.flatMap(grade => {
      const number = byGrade.get(grade)?.length ?? 0
      return number === 0 ? [] : [`${countInWords(number)} ${grade}`]
    }),
  )
}
