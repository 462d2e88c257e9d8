/** What share of the whole list, when cases were drawn separately from each part of it? */
import { countRefusal, levelRefusal, wholeRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { wholeListWarning } from './small-list.ts'
import type { StratifiedLimits } from './stratified-limits.ts'
import { stratifiedLimits } from './stratified-limits.ts'

export interface StratifiedInput<Level extends number = number> {
  /** Cases on the list, by stratum. */
  readonly population: readonly number[]
  /** Cases drawn, by stratum. */
  readonly sample: readonly number[]
  /** Cases found among those drawn, by stratum. */
  readonly found: readonly number[]
  readonly level?: Level
}

export interface StratifiedEstimate {
  /** The share of the list. */
  readonly p: number
  /** Its standard error. */
  readonly se: number
  /** The number on the list. */
  readonly total: number
  readonly totalSe: number
  /** Cases drawn less strata. */
  readonly df: number
  /** Cases on the list that each drawn case stands for, by stratum. */
  readonly weights: readonly number[]
  /** Variance as a multiple of that of a plain sample of the same size; null where that is 0. */
  readonly deff: number | null
  /** The same limits worked out in other ways; null where no honest interval exists. */
  readonly otherLimits: StratifiedLimits | null
}

/**
 * p = Σ W_h p_h with W_h = N_h / N; variance Σ W_h² (1 - n_h/N_h) p_h (1-p_h) / (n_h - 1); the interval
 * on the logit scale with t of n - H degrees of freedom. Cochran 1977, Sampling Techniques, chapter 5;
 * Korn and Graubard 1998, Survey Methodology 24:193 for the beta limits.
 * A stratum where none or all of the drawn were found counts as having no variance at all. Its interval
 * would be falsely narrow, so none is given and a warning names the stratum.
 * @example stratifiedShare({ population: [60, 140], sample: [10, 14], found: [4, 3] }) // 0.27, 0.128 to 0.482
 */
export const stratifiedShare = <const Level extends number = 0.95>(
  input: StratifiedInput<Level>,
): Result<StratifiedEstimate, Interval<'stratified-logit', Level> | null> => {
  const level = input.level ?? (0.95 as Level)
  const refusal = stratifiedRefusal(input) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('stratified-share', refusal)
  const { population, sample, found } = input
  const figures = stratifiedFigures(input)
  const limits = honestLimits(input, level)
  return calculated(
    'stratified-share',
    { population, sample, found, level },
    {
      options: { level, strata: population.length },
      n: sum(sample),
      estimate: { ...figures, otherLimits: limits },
      interval: limits && interval('stratified-logit', level, limits.logit.low, limits.logit.high),
      ...notesOf(input),
    },
  )
}

/** No spread, no degrees of freedom or a flat stratum: printed limits would be falsely narrow. */
const honestLimits = (input: StratifiedInput, level: number): StratifiedLimits | null => {
  const figures = stratifiedFigures(input)
  const honest = flatWarnings(input).length === 0 && figures.se > 0 && figures.df > 0
  return honest ? stratifiedLimits({ ...figures, n: sum(input.sample) }, level) : null
}

const notesOf = (input: StratifiedInput) => {
  const warnings = flatWarnings(input)
  return {
    warnings: strataOf(input).every(whole) ? [wholeListWarning] : warnings,
    cannotShow: warnings.length > 0 ? cannotBeGiven : null,
  }
}

export type StratifiedFigures = Omit<StratifiedEstimate, 'otherLimits'>

/** The figures alone, without judging whether an interval would be honest. */
export const stratifiedFigures = (input: StratifiedInput): StratifiedFigures => {
  const strata = strataOf(input)
  const [listSize, n] = [sum(input.population), sum(input.sample)]
  const p = sum(strata.map(({ size, share }) => (size / listSize) * share))
  const variance = sum(strata.map(stratum => (stratum.size / listSize) ** 2 * varianceOf(stratum)))
  const plain = n > 1 ? ((p * (1 - p)) / (n - 1)) * (1 - n / listSize) : 0
  return {
    p,
    se: Math.sqrt(variance),
    total: p * listSize,
    totalSe: Math.sqrt(variance) * listSize,
    df: n - strata.length,
    weights: strata.map(({ size, drawn }) => size / drawn),
    deff: plain > 0 ? variance / plain : null,
  }
}

interface Stratum {
  number: number
  size: number
  drawn: number
  share: number
}

const strataOf = ({ population, sample, found }: StratifiedInput): Stratum[] =>
  population.map((size, i) => {
    const drawn = sample[i] ?? 0
    return { number: i + 1, size, drawn, share: (found[i] ?? 0) / drawn }
  })

const whole = ({ size, drawn }: Stratum): boolean => size === drawn

const varianceOf = (stratum: Stratum): number => {
  const { size, drawn, share } = stratum
  return whole(stratum) ? 0 : ((1 - drawn / size) * share * (1 - share)) / (drawn - 1)
}

const cannotBeGiven =
  'No interval can be given: cases that differ may be left in a stratum that shows no variation.'

const flatWarnings = (input: StratifiedInput): string[] =>
  strataOf(input)
    .filter(stratum => !whole(stratum) && (stratum.share === 0 || stratum.share === 1))
    .map(
      ({ number, share }) =>
        `In stratum ${String(number)} ${share === 0 ? 'none' : 'all'} of the cases drawn were found, which hides its variation.`,
    )

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0)

const stratifiedRefusal = ({ population, sample, found }: StratifiedInput): string | null => {
  if (population.length === 0) return 'There are no strata.'
  if (population.length !== sample.length || sample.length !== found.length) {
    return 'Every stratum needs its size, the cases drawn and the cases found.'
  }
  return (
    population
      .map((size, i) => stratumRefusal(i, size, sample[i] ?? 0, found[i] ?? 0))
      .find(refusal => refusal !== null) ?? null
  )
}

const stratumRefusal = (
  index: number,
  size: number,
  drawn: number,
  found: number,
): string | null => {
  const refusal =
    countRefusal(found, drawn) ??
    wholeRefusal('The size', size) ??
    (drawn > size ? 'More cases were drawn than it holds.' : null) ??
    (drawn === 1 && size > 1 ? 'One case alone shows no variation; draw at least two.' : null)
  return refusal === null ? null : `Stratum ${String(index + 1)}: ${refusal}`
}
