/** Agresti and Coull's interval: kept to compare with other software. */
import { twoSidedZ } from '../distributions/standard.ts'
import { countRefusal, levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'
import type { ShareInput } from './wilson.ts'

/**
 * Adds z²/2 cases found and z²/2 not found, then p̃ ± z √(p̃(1-p̃)/ñ) with ñ = n + z².
 * Agresti and Coull 1998, The American Statistician 52:119. Limits are not cut: they can fall below 0
 * or pass 1, which a warning says. Shares; refusals as for `wilson`.
 * @example agrestiCoull({ x: 4, n: 10 }) // estimate 0.4, interval 0.167 to 0.688
 */
export const agrestiCoull = <const Level extends number = 0.95>(
  input: ShareInput<Level>,
): Result<number, Interval<'agresti-coull', Level>> => {
  const { x, n } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('agresti-coull', refusal)
  const z = twoSidedZ(level)
  const size = n + z * z
  const centre = (x + (z * z) / 2) / size
  const half = z * Math.sqrt((centre * (1 - centre)) / size)
  const [low, high] = [centre - half, centre + half]
  return calculated(
    'agresti-coull',
    { x, n, level },
    {
      options: { level },
      n,
      estimate: x / n,
      interval: interval('agresti-coull', level, low, high),
      warnings: [...shareWarnings(x, n), ...outsideWarnings(low, high)],
      cannotShow: wideSentence(n, Math.max(0, low), Math.min(1, high)),
    },
  )
}

const outsideWarnings = (low: number, high: number): string[] =>
  low < 0 || high > 1 ? ['A limit lies outside 0 to 1, where no share can be: use Wilson.'] : []
