/**
 * Fisher's odds ratio as R's `fisher.test` prints it: found as ω up to 1 and as 1/ω above, to four digits.
 * Far out that is some way off (73.03 printed where 72.88 is exact), so only the comparison uses it.
 */
import { boundsOf, splitsOf, tilted } from '../intervals/fisher.ts'
import type { Splits } from '../intervals/fisher.ts'
import type { TwoSharesInput } from '../intervals/newcombe.ts'
import { rootAsPrinted } from './root-as-printed.ts'

export interface PrintedOdds {
  readonly oddsRatio: number
  readonly limits: readonly [number, number]
}

export const fisherAsPrinted = (input: TwoSharesInput): PrintedOdds => {
  const { least, most } = boundsOf(input)
  const tail = (1 - (input.level ?? 0.95)) / 2
  const seen = input.x1
  const splits = splitsOf(input)
  const excess = (odds: number) => total(splits, odds, split => split - seen)
  const atLeast = (odds: number) => total(splits, odds, split => Number(split >= seen)) - tail
  const atMost = (odds: number) => tail - total(splits, odds, split => Number(split <= seen))
  return {
    oddsRatio: atEnd(seen, least, most) ?? printedOdds(excess),
    limits: [
      seen === least ? 0 : printedOdds(atLeast),
      seen === most ? Infinity : printedOdds(atMost),
    ],
  }
}

/** R looks for ω up to 1 and for 1/ω above it: both on one line from 0 to 2. */
export const alongOdds = (odds: number): number => (odds <= 1 ? odds : 2 - 1 / odds)

const atEnd = (seen: number, least: number, most: number): number | null =>
  seen === least ? 0 : seen === most ? Infinity : null

/** The odds ratio at which a function that rises with it crosses zero. */
const printedOdds = (rising: (odds: number) => number): number => {
  const atOne = rising(1)
  if (atOne === 0) return 1
  return atOne > 0
    ? rootAsPrinted(rising, 0, 1)
    : 1 / rootAsPrinted(inverse => rising(1 / inverse), Number.EPSILON, 1)
}

const total = (splits: Splits, odds: number, worth: (split: number) => number): number =>
  odds === 0
    ? worth(splits.least)
    : tilted(splits, Math.log(odds)).reduce(
        (sum, chance, i) => sum + chance * worth(splits.least + i),
        0,
      )
