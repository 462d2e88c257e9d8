/** Wilson's interval with a continuity correction: kept to match other software, not the default. */
import { twoSidedZ } from '../distributions/standard.ts'
import { countRefusal, levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'
import type { ShareInput } from './wilson.ts'
import { wilsonLimits } from './wilson.ts'

/**
 * Wilson's interval with Yates' correction of half a case, as R's `prop.test` prints it
 * (Newcombe 1998, Statistics in Medicine 17:857, method 4). Wider than it need be.
 * Like R, corrects nothing where x is exactly half of n. Shares from 0 to 1; refusals as for `wilson`.
 * @example wilsonCorrected({ x: 4, n: 10 }) // estimate 0.4, interval 0.137 to 0.726
 */
export const wilsonCorrected = <const Level extends number = 0.95>(
  input: ShareInput<Level>,
): Result<number, Interval<'wilson-corrected', Level>> => {
  const { x, n } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('wilson-corrected', refusal)
  const { low, high } = correctedLimits(x, n, twoSidedZ(level))
  return calculated(
    'wilson-corrected',
    { x, n, level },
    {
      options: { level },
      n,
      estimate: x / n,
      interval: interval('wilson-corrected', level, low, high),
      warnings: shareWarnings(x, n),
      cannotShow: wideSentence(n, low, high),
    },
  )
}

/** Wilson's limits of a count half a case lower and half a case higher, cut to 0 and 1. */
const correctedLimits = (x: number, n: number, z: number): { low: number; high: number } => {
  const half = Math.min(0.5, Math.abs(x - n / 2))
  return {
    low: x - half <= 0 ? 0 : wilsonLimits(x - half, n, z).low,
    high: x + half >= n ? 1 : wilsonLimits(x + half, n, z).high,
  }
}
