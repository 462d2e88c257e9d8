import { contradictsItself, isWholeSample } from '../grading/sample.ts'
import type { Scales } from '../grading/scale.ts'
import { scaleOf } from '../grading/scale.ts'
import type { Counted } from '../grading/share.ts'
import { gradeShares } from '../grading/share.ts'
import type { Result } from '../record/visit.ts'

/**
 * Why two results of one force cannot be set against each other: every reason, not only the first,
 * each a sentence. Empty where they can: the same scale, whole samples, and the cases graded good
 * counted in both.
 */
export function whyNotComparable(earlier: Result, later: Result, scales: Scales): string[] {
  return [
    scaleReason(earlier, later, scales),
    countsReason(earlier, later, scales),
    sampleReason(earlier, later),
    contradictionReason(earlier, later),
  ].filter(reason => reason !== null)
}

function scaleReason(earlier: Result, later: Result, scales: Scales): string | null {
  const [first, second] = [scaleOf(earlier, scales), scaleOf(later, scales)]
  if (first === null || second === null) return 'The scale of one of them was not found.'
  if (first.graded !== second.graded) {
    return 'The scales differ: one graded case files, the other graded whole areas of work.'
  }
  if (first.code === second.code) return null
  return `The scales differ: the earlier cases were graded ${first.grades.join(', ')}; the later ones ${second.grades.join(', ')}.`
}

function countsReason(earlier: Result, later: Result, scales: Scales): string | null {
  const [first, second] = [countedIn(earlier, scales), countedIn(later, scales)]
  if (first.includes('good') && second.includes('good')) return null
  if (first.length === 0 || second.length === 0) {
    return 'The number of cases in each grade was not published for both.'
  }
  return `They count different grades: ${countedWords(earlier, scales)}, then ${countedWords(later, scales)}.`
}

function countedWords(result: Result, scales: Scales): string {
  const found = gradeShares(result, scaleOf(result, scales))
  if (found.is !== 'shares') return 'counts that contradict each other'
  const words = found.shares.map(
    ({ counted, count, of }) => `${count} of ${of} ${wording(counted)}`,
  )
  return words.join(' and ')
}

const wording = (counted: Counted): string =>
  counted === 'requires improvement or inadequate'
    ? 'inadequate or requiring improvement'
    : counted === 'requires improvement'
      ? 'requiring improvement'
      : counted

const countedIn = (result: Result, scales: Scales): Counted[] => {
  const found = gradeShares(result, scaleOf(result, scales))
  return found.is === 'shares' ? found.shares.map(share => share.counted) : []
}

function sampleReason(earlier: Result, later: Result): string | null {
  if (isWholeSample(earlier) && isWholeSample(later)) return null
  if (isWholeSample(earlier) !== isWholeSample(later)) {
    return 'One is a whole sample and the other is a part of one.'
  }
  return `Both are part samples (${earlier.sample}): how these cases were chosen was not published.`
}

const contradictionReason = (earlier: Result, later: Result): string | null =>
  contradictsItself(earlier) || contradictsItself(later)
    ? 'The source of one of them contradicts itself.'
    : null
