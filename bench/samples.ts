/** Several rounds of two sides that take turns, so that a busy moment of the machine meets both. */
import type { Range } from './figure.ts'

export interface Samples {
  readonly median: number
  readonly range: Range
}

/** One round; answers the value of one unit of work. */
export type Round = () => number | Promise<number>

export interface Compared {
  readonly ours: Samples
  readonly baseline: Samples
  /** Our median divided by the baseline's. */
  readonly ratio: number
}

export async function takingTurns(
  rounds: number,
  sides: { readonly ours: Round; readonly baseline: Round },
): Promise<Compared> {
  const [ours, baseline]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await sides.ours())
    baseline.push(await sides.baseline())
  }
  const compared = { ours: samplesOf(ours), baseline: samplesOf(baseline) }
  return { ...compared, ratio: compared.ours.median / compared.baseline.median }
}

export const samplesOf = (values: readonly number[]): Samples => ({
  median: quantile(values, 0.5),
  range: [Math.min(...values), Math.max(...values)],
})

/** The value below which a share of all lies (nearest rank); NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle =
    sorted.length % 2 === 0 && share === 0.5 ? sorted[sorted.length / 2 - 1] : undefined
  const at = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return middle === undefined ? at : (middle + at) / 2
}
