/** Could the split between two groups be chance alone, given the totals? Fisher's exact test. */
import { logChoose } from '../distributions/hypergeometric.ts'
import { rootBetween } from '../numbers/root.ts'
import { levelRefusal, twoCountsRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import type { TwoSharesInput } from './newcombe.ts'

export interface FisherEstimate {
  /** Two-sided p: the chance of a split no likelier than this one. */
  readonly p: number
  /** Conditional odds ratio of the first group to the second; 0 and Infinity where a cell is empty. */
  readonly oddsRatio: number
}

/** Splits to add up; beyond this the sum takes too long and Newcombe's interval answers as well. */
const mostSplits = 200_000

/**
 * With both margins fixed the number found in the first group is hypergeometric; odds ratio ω tilts it.
 * p adds all splits no likelier than the one seen; the odds ratio makes the expected number the one seen;
 * its interval holds every ω that neither tail of (1-level)/2 rejects. Fisher 1935, The Logic of
 * Inductive Inference, JRSS 98:39; Cornfield 1956. An upper limit of Infinity means no limit.
 * @example fisher({ x1: 5, n1: 9, x2: 17, n2: 21 }) // p 0.20
 */
export const fisher = <const Level extends number = 0.95>(
  input: TwoSharesInput<Level>,
): Result<FisherEstimate, Interval<'fisher-odds-ratio', Level>> => {
  const level = input.level ?? (0.95 as Level)
  const refusal = twoCountsRefusal(input) ?? levelRefusal(level) ?? tooLarge(input)
  if (refusal !== null) return notDefined('fisher', refusal)
  const { x1, n1, x2, n2 } = input
  const splits = splitsOf(input)
  const { low, high } = oddsLimits(splits, (1 - level) / 2)
  return calculated(
    'fisher',
    { x1, n1, x2, n2, level },
    {
      options: { level },
      n: n1 + n2,
      estimate: { p: twoSidedP(splits), oddsRatio: oddsRatio(splits) },
      interval: interval('fisher-odds-ratio', level, low, high),
      warnings:
        splits.least === splits.most
          ? ['The totals allow one split only, so it says nothing about the odds ratio.']
          : [],
    },
  )
}

/** Every number found in the first group that the margins allow, with its log chance at odds ratio 1. */
export interface Splits {
  seen: number
  least: number
  most: number
  logChance: readonly number[]
}

export const boundsOf = ({ x1, n1, x2, n2 }: TwoSharesInput): { least: number; most: number } => ({
  least: Math.max(0, x1 + x2 - n2),
  most: Math.min(n1, x1 + x2),
})

const tooLarge = (input: TwoSharesInput): string | null => {
  const { least, most } = boundsOf(input)
  return most - least < mostSplits
    ? null
    : 'These counts are too large for an exact sum; use the interval for the difference.'
}

export const splitsOf = (input: TwoSharesInput): Splits => {
  const { x1, n1, x2, n2 } = input
  const { least, most } = boundsOf(input)
  const all = logChoose(n1 + n2, x1 + x2)
  const logChance = Array.from(
    { length: most - least + 1 },
    (_, i) => logChoose(n1, least + i) + logChoose(n2, x1 + x2 - least - i) - all,
  )
  return { seen: x1, least, most, logChance }
}

const twoSidedP = ({ seen, least, logChance }: Splits): number => {
  // R's slack: equal chances must count as equal although their last digits differ.
  const limit = Math.exp(logChance[seen - least] ?? 0) * (1 + 1e-7)
  const chances = logChance.map(Math.exp)
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  const unlikely = chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0)
  return Math.min(1, unlikely / total)
}

/** Chances of the splits at a log odds ratio, adding to 1. */
export const tilted = ({ least, logChance }: Splits, logOdds: number): number[] => {
  const logs = logChance.map((log, i) => log + (least + i) * logOdds)
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity)
  const chances = logs.map(log => Math.exp(log - top))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map(chance => chance / total)
}

const oddsRatio = (splits: Splits): number => {
  if (splits.seen === splits.least) return 0
  if (splits.seen === splits.most) return Infinity
  return solveOdds(logOdds =>
    tilted(splits, logOdds).reduce(
      (sum, chance, i) => sum + chance * (splits.least + i - splits.seen),
      0,
    ),
  )
}

const oddsLimits = (splits: Splits, tail: number): { low: number; high: number } => {
  const { seen, least, most } = splits
  const chanceOf = (logOdds: number, counts: (split: number) => boolean) =>
    tilted(splits, logOdds).reduce((sum, chance, i) => (counts(least + i) ? sum + chance : sum), 0)
  return {
    low: seen === least ? 0 : solveOdds(log => chanceOf(log, split => split >= seen) - tail),
    high: seen === most ? Infinity : solveOdds(log => tail - chanceOf(log, split => split <= seen)),
  }
}

/** The odds ratio at which a function of the log odds, rising, crosses zero. */
const solveOdds = (rising: (logOdds: number) => number): number => {
  let reach = 1
  while (reach < 700 && (rising(-reach) > 0 || rising(reach) < 0)) reach *= 2
  return Math.exp(rootBetween(rising, -reach, reach))
}
