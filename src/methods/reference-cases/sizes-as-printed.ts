/**
 * Sizes of groups as R's `power.prop.test` and pwr's `pwr.2p.test` print them: the size at which the power is
 * reached, looked for from 2 up to millions and found to about four digits.
 */
import { normalCdf } from '../distributions/gamma.ts'
import { normalQuantile } from '../distributions/standard.ts'
import type { ComparisonSizeInput } from '../sampling/comparison-size.ts'
import { rootAsPrinted } from './root-as-printed.ts'

export const pooledSizeAsPrinted = (input: Required<ComparisonSizeInput>): number => {
  const { p1, p2, power } = input
  const mean = (p1 + p2) / 2
  const none = criticalZ(input) * Math.sqrt(2 * mean * (1 - mean))
  const some = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  const reached = (n: number) => normalCdf((Math.sqrt(n) * Math.abs(p1 - p2) - none) / some) - power
  return rootAsPrinted(reached, 2, 1e7)
}

export const arcsineSizeAsPrinted = (input: Required<ComparisonSizeInput>): number => {
  const { p1, p2, power, twoSided } = input
  const z = criticalZ(input)
  const h = Math.abs(2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)))
  const chance = (mean: number) => normalCdf(mean - z) + (twoSided ? normalCdf(-mean - z) : 0)
  return rootAsPrinted(n => chance(h * Math.sqrt(n / 2)) - power, 2 + 1e-10, 1e9)
}

const criticalZ = ({ alpha, twoSided }: Required<ComparisonSizeInput>): number =>
  normalQuantile(1 - (twoSided ? alpha / 2 : alpha))
