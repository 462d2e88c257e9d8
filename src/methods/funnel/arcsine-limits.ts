/** Funnel limits on the arcsine scale, which can be widened for over-dispersion. */
import { twoSidedZ } from '../distributions/standard.ts'
import { levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import type { FunnelLimitsInput } from './binomial-limits.ts'
import { funnelRefusal } from './binomial-limits.ts'

export interface ArcsineLimitsInput<
  Level extends number = number,
> extends FunnelLimitsInput<Level> {
  /** Variance between places on the arcsine scale, from `overDispersion`; 0 unless given. */
  readonly tau2?: number
}

/**
 * sin²(asin √θ ± z √(s² + τ²)) with s = 1 / (2 √n), as FunnelPlotR draws limits for proportions
 * (Spiegelhalter 2005, Statistics in Medicine 24:1185, sections 3.3 and 4). Where the angle leaves 0 to
 * 90 degrees the limit is cut to 0 or 1; FunnelPlotR folds it back instead. Without τ² use the exact
 * limits: these differ from them visibly below 30 cases.
 * @example arcsineFunnelLimits({ n: 45, target: 0.3, tau2: 0.004 }) // 0.143 to 0.486
 */
export const arcsineFunnelLimits = <const Level extends number = 0.95>(
  input: ArcsineLimitsInput<Level>,
): Result<number, Interval<'arcsine-funnel', Level>> => {
  const { n, target, tau2 = 0 } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = funnelRefusal(n, target) ?? tau2Refusal(tau2) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('arcsine-funnel', refusal)
  const spread = twoSidedZ(level) * Math.hypot(arcsineError(n), Math.sqrt(tau2))
  const angle = Math.asin(Math.sqrt(target))
  const low = shareAtAngle(Math.max(0, angle - spread))
  const high = shareAtAngle(Math.min(Math.PI / 2, angle + spread))
  return calculated(
    'arcsine-funnel',
    { n, target, tau2, level },
    {
      options: { level, target, tau2 },
      n,
      estimate: target,
      interval: interval('arcsine-funnel', level, low, high),
      warnings: n < 30 && tau2 === 0 ? ['Below 30 cases the exact limits differ: use them.'] : [],
    },
  )
}

/** Standard error of asin √p for n cases, whatever p is. */
export const arcsineError = (n: number): number => 1 / (2 * Math.sqrt(n))

/** The share whose angle asin √p this is. */
export const shareAtAngle = (angle: number): number => Math.sin(angle) ** 2

export const tau2Refusal = (tau2: number): string | null =>
  tau2 >= 0 && tau2 < Infinity ? null : 'The variance between places must be 0 or more.'
