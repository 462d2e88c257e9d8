import type { Result } from '../record/visit.ts'
import type { Scale } from './scale.ts'

/**
 * What a published sample of cases can bear. Each rule is one question about one row of the record.
 */

/** A sample of all kinds of case. Any other overlaps with it or is a part of it: never add the two. */
export const isWholeSample = (result: Result): boolean => result.sample.startsWith('all')

/** Rows that may enter a sum: what was published as a count, or follows from published counts. */
export const isCountable = (result: Result): boolean =>
  result.certainty === 'published' || result.certainty === 'derived'

/** The source contradicts itself: shown with its source, never calculated with. */
export const contradictsItself = (result: Result): boolean =>
  result.certainty === 'published (source disagrees with itself)'

/** Every grade of the scale has a count and the counts add up to the cases of the sample. */
export const isCompleteSplit = (result: Result, scale: Scale): boolean => {
  const counts = scale.grades.map(grade => result.counts[grade])
  return (
    result.cases !== null &&
    counts.every(count => count !== undefined) &&
    counts.reduce((sum, count) => sum + count, 0) === result.cases
  )
}

/** The grades that were counted, summed; null where a source gives none. */
export const countedCases = (result: Result): number | null => {
  const counts = Object.values(result.counts)
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}

/** Some cases were graded and counted, in whatever way: there is something to show. */
export const hasCounts = (result: Result): boolean =>
  Object.keys(result.counts).length > 0 || result.notGood !== null
