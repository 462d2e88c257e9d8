/** Did the grades as a whole move, when there are more than two of them? */
import { normalCdf } from '../distributions/gamma.ts'
import { wholeRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'
import type { Beta } from './beta-difference.ts'
import { chanceAbove } from './beta-difference.ts'
import { chanceMeanHigher, chanceSuperior } from './ordinal-posterior.ts'

export interface OrdinalInput {
  /** Names of the grades, from the highest down. */
  readonly levels: readonly string[]
  /** Cases by grade, in the same order, in the first period. */
  readonly before: readonly number[]
  /** The same in the second. */
  readonly after: readonly number[]
}

export interface OrdinalEstimate {
  /** Chance that the mean score is higher after, scoring the lowest grade 0, the next 1, and so on. */
  readonly meanHigherAfter: number
  /** Chance that the share of the lowest grade is smaller after. */
  readonly fewerLowestAfter: number
  /** Expected chance that a case from after has a better grade than one from before, ties half. */
  readonly superiority: number
  /** Chance that this superiority is above one half. */
  readonly superiorityOverHalf: number
  /** The same superiority among the cases seen. */
  readonly observedSuperiority: number
  /** Two-sided p of Mann and Whitney with ties, normal, no correction; null where all grades are one. */
  readonly mannWhitneyP: number | null
}

/** With more grades than this the sums take too long. */
const mostLevels = 4

/**
 * Two independent Dirichlet posteriors from Dirichlet(1, …, 1) (Gelman and others 2013, Bayesian Data
 * Analysis, section 3.4); superiority as in Agresti 2010, Analysis of Ordinal Categorical Data, section 2.1;
 * Mann and Whitney 1947. Worked out by exact sums, not drawn by chance, so the same digits every time.
 * Chances from 0 to 1; no interval. Show it beside the split into two groups, never alone.
 * @example ordinalCompare({ levels: ['good', 'requires improvement', 'inadequate'],
 *   before: [2, 4, 4], after: [6, 9, 5] }) // mean higher after 0.779
 */
export const ordinalCompare = (input: OrdinalInput): Result<OrdinalEstimate, null> => {
  const { levels, before, after } = input
  const refusal = ordinalRefusal(input)
  if (refusal !== null) return notDefined('ordinal-compare', refusal)
  return calculated(
    'ordinal-compare',
    { levels, before, after },
    {
      options: { levels: levels.length, prior: 'Dirichlet(1, …, 1)' },
      n: total(before) + total(after),
      estimate: {
        meanHigherAfter: chanceMeanHigher(before, after),
        fewerLowestAfter: fewerLowest(before, after),
        superiority: superiority(withPrior(before), withPrior(after)),
        superiorityOverHalf: chanceSuperior(before, after),
        observedSuperiority: superiority(before, after),
        mannWhitneyP: mannWhitneyP(before, after),
      },
      interval: null,
      warnings:
        Math.min(total(before), total(after)) < 10 ? ['Fewer than 10 cases in a period.'] : [],
      cannotShow: 'It cannot show which grade moved; look at the shares of each grade beside it.',
    },
  )
}

const ordinalRefusal = ({ levels, before, after }: OrdinalInput): string | null => {
  if (levels.length < 2 || levels.length > mostLevels) {
    return `There must be from 2 to ${String(mostLevels)} grades.`
  }
  if (before.length !== levels.length || after.length !== levels.length) {
    return 'Every grade needs a number of cases before and after.'
  }
  if (total(before) === 0 || total(after) === 0) return 'A period without cases cannot be compared.'
  return (
    [...before, ...after]
      .map(count => wholeRefusal('The number of cases', count))
      .find(refusal => refusal !== null) ?? null
  )
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const withPrior = (counts: readonly number[]): number[] => counts.map(count => count + 1)

const fewerLowest = (before: readonly number[], after: readonly number[]): number =>
  chanceAbove({ first: lowestOf(after), second: lowestOf(before) }, 0)

/** The share of the lowest grade: one piece of a Dirichlet is a beta share of the whole. */
const lowestOf = (counts: readonly number[]): Beta => {
  const lowest = counts.at(-1) ?? 0
  return { a: lowest + 1, b: total(counts) - lowest + counts.length - 1 }
}

/** Share of pairs (after, before) in which after has the better grade, ties counted half. */
const superiority = (before: readonly number[], after: readonly number[]): number => {
  const pairs = after.flatMap((better, i) =>
    before.map((worse, j) => better * worse * (i < j ? 1 : i === j ? 0.5 : 0)),
  )
  return total(pairs) / (total(before) * total(after))
}

const mannWhitneyP = (before: readonly number[], after: readonly number[]): number | null => {
  const [n1, n2] = [total(before), total(after)]
  const n = n1 + n2
  const ties = total(
    before.map((count, i) => (count + (after[i] ?? 0)) ** 3 - count - (after[i] ?? 0)),
  )
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)))
  if (!(variance > 0)) return null
  const gap = Math.abs(superiority(before, after) - 0.5) * n1 * n2
  return Math.min(1, 2 * normalCdf(-gap / Math.sqrt(variance)))
}
