/** How far from the target does chance take a ratio of observed to expected counts? */
import { gammaQuantile } from '../distributions/gamma.ts'
import { twoSidedZ } from '../distributions/standard.ts'
import { levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { tau2Refusal } from './arcsine-limits.ts'

export interface RatioLimitsInput<Level extends number = number> {
  /** Cases expected, from 0.01 to a million; need not be whole. */
  readonly expected: number
  /** The ratio that every place is compared with; 1 unless given. */
  readonly target?: number
  /** Variance between places on the log scale; 0 unless given. */
  readonly tau2?: number
  readonly level?: Level
}

const [smallest, largest] = [0.01, 1_000_000]

/**
 * Exact Poisson limits for E expected: θ χ²(α/2; 2E) / 2E to θ χ²(1-α/2; 2E+2) / 2E, as FunnelPlotR draws
 * them for standardised ratios (Breslow and Day 1987, Statistical Methods in Cancer Research II, 2.2).
 * With τ²: θ exp(± z √(1/E + τ²)). The estimate is the target.
 * @example ratioFunnelLimits({ expected: 24 }) // 0.641 to 1.488
 */
export const ratioFunnelLimits = <const Level extends number = 0.95>(
  input: RatioLimitsInput<Level>,
): Result<number, Interval<'ratio-funnel', Level>> => {
  const { expected, target = 1, tau2 = 0 } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = ratioRefusal({ expected, target, tau2 }) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('ratio-funnel', refusal)
  const { low, high } =
    tau2 > 0 ? logLimits(expected, tau2, level) : exactLimits(expected, (1 - level) / 2)
  return calculated(
    'ratio-funnel',
    { expected, target, tau2, level },
    {
      options: { level, target, tau2 },
      n: expected,
      estimate: target,
      interval: interval('ratio-funnel', level, target * low, target * high),
      warnings: expected < 5 ? ['Fewer than 5 expected: do not place this group.'] : [],
    },
  )
}

const ratioRefusal = (sound: { expected: number; target: number; tau2: number }): string | null =>
  positiveRefusal('The expected number', sound.expected) ??
  positiveRefusal('The target', sound.target) ??
  tau2Refusal(sound.tau2)

const positiveRefusal = (name: string, value: number): string | null =>
  value >= smallest && value <= largest
    ? null
    : `${name} must lie between ${String(smallest)} and ${String(largest)}.`

/** Half a chi-squared quantile of 2E degrees of freedom is a gamma quantile of shape E. */
const exactLimits = (expected: number, tail: number): { low: number; high: number } => ({
  low: gammaQuantile(tail, expected) / expected,
  high: gammaQuantile(1 - tail, expected + 1) / expected,
})

const logLimits = (expected: number, tau2: number, level: number) => {
  const spread = twoSidedZ(level) * Math.sqrt(1 / expected + tau2)
  return { low: Math.exp(-spread), high: Math.exp(spread) }
}
