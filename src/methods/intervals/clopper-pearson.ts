/** Which shares fit x of n cases, with a guarantee? Exact; also the honest form of "at most" and "at least". */
import { betaQuantile } from '../distributions/standard.ts'
import { countRefusal, levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'
import type { ShareInput } from './wilson.ts'

/**
 * Clopper and Pearson's exact interval: quantile α/2 of Beta(x, n-x+1) to quantile 1-α/2 of Beta(x+1, n-x).
 * Clopper and Pearson 1934, Biometrika 26:404. Holds the true share at least `level` of the time, mostly more.
 * Shares from 0 to 1; refusals as for `wilson`.
 * @example clopperPearson({ x: 4, n: 10 }) // estimate 0.4, interval 0.122 to 0.738
 */
export const clopperPearson = <const Level extends number = 0.95>(input: ShareInput<Level>) =>
  exactInterval('clopper-pearson', input, (x, n, level) => ({
    low: exactLow(x, n, (1 - level) / 2),
    high: exactHigh(x, n, (1 - level) / 2),
  }))

/**
 * One-sided exact upper bound: "at most this share", true at least `level` of the time.
 * @example clopperPearsonUpper({ x: 0, n: 6 }) // estimate 0, interval 0 to 0.393
 */
export const clopperPearsonUpper = <const Level extends number = 0.95>(input: ShareInput<Level>) =>
  exactInterval('clopper-pearson-upper', input, (x, n, level) => ({
    low: 0,
    high: exactHigh(x, n, 1 - level),
  }))

/**
 * One-sided exact lower bound: "at least this share", true at least `level` of the time.
 * @example clopperPearsonLower({ x: 6, n: 6 }) // estimate 1, interval 0.607 to 1
 */
export const clopperPearsonLower = <const Level extends number = 0.95>(input: ShareInput<Level>) =>
  exactInterval('clopper-pearson-lower', input, (x, n, level) => ({
    low: exactLow(x, n, 1 - level),
    high: 1,
  }))

type ExactMethod = 'clopper-pearson' | 'clopper-pearson-upper' | 'clopper-pearson-lower'
type Limits = (x: number, n: number, level: number) => { low: number; high: number }

const exactInterval = <const Method extends ExactMethod, const Level extends number>(
  method: Method,
  input: ShareInput<Level>,
  limits: Limits,
): Result<number, Interval<Method, Level>> => {
  const { x, n } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? levelRefusal(level)
  if (refusal !== null) return notDefined(method, refusal)
  const { low, high } = limits(x, n, level)
  return calculated(
    method,
    { x, n, level },
    {
      options: { level },
      n,
      estimate: x / n,
      interval: interval(method, level, low, high),
      warnings: shareWarnings(x, n),
      cannotShow: wideSentence(n, low, high),
    },
  )
}

/** The share below which x or more of n has a chance of less than `tail`. */
const exactLow = (x: number, n: number, tail: number): number =>
  x === 0 ? 0 : betaQuantile(tail, x, n - x + 1)

/** The share above which x or fewer of n has a chance of less than `tail`. */
const exactHigh = (x: number, n: number, tail: number): number =>
  x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)
