/** How many cases must we read to find at least one bad one, if there are so many? */
import { insideShareRefusal, wholeRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'

export interface DiscoveryInput {
  /** Cases on the list. */
  readonly listSize: number
  /** Bad cases on it that must not go unnoticed. */
  readonly bad: number
  /** Chance of meeting at least one of them; 0.95 unless given. */
  readonly confidence?: number
}

/**
 * The smallest n for which drawing n of the list without putting back misses every bad case with a
 * chance of at most 1 - confidence (hypergeometric). Cochran 1977, Sampling Techniques, section 3.6.
 * The estimate is n, in cases. Finding none then means fewer than `bad` at that confidence, not none.
 * @example discoverySize({ listSize: 60, bad: 6 }) // 23
 */
export const discoverySize = (input: DiscoveryInput): Result<number, null> => {
  const { listSize, bad, confidence = 0.95 } = input
  const refusal = discoveryRefusal(listSize, bad, confidence)
  if (refusal !== null) return notDefined('discovery-size', refusal)
  const size = smallestSize(listSize, bad, 1 - confidence)
  return calculated(
    'discovery-size',
    { listSize, bad, confidence },
    {
      options: { listSize, bad, confidence },
      n: size,
      estimate: size,
      interval: null,
      cannotShow: `Finding none in ${String(size)} cases would not show that there are none, only that there are probably fewer than ${String(bad)}.`,
    },
  )
}

const discoveryRefusal = (listSize: number, bad: number, confidence: number): string | null =>
  wholeRefusal('The size of the list', listSize) ??
  wholeRefusal('The number of bad cases', bad) ??
  (bad === 0 ? 'With no bad case on the list, no sample can find one.' : null) ??
  (bad > listSize ? 'There cannot be more bad cases than the list holds.' : null) ??
  insideShareRefusal('The confidence', confidence)

const smallestSize = (listSize: number, bad: number, tail: number): number => {
  let [from, to] = [1, listSize - bad + 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (missesAll(listSize, bad, middle) <= tail) to = middle
    else from = middle + 1
  }
  return from
}

/**
 * P(no bad case among `drawn`). Drawn and bad may change places, so the shorter product is taken; it can
 * only shrink, so it stops once it is too small to matter.
 */
const missesAll = (listSize: number, bad: number, drawn: number): number => {
  const [factors, other] = [Math.min(bad, drawn), Math.max(bad, drawn)]
  let chance = 1
  for (let i = 0; i < factors && chance > 1e-18; i++)
    chance *= (listSize - other - i) / (listSize - i)
  // A last digit must not decide: 0.05 worked out as 0.05000000000000001 still counts.
  return chance * (1 - 1e-12)
}
