/** Four ways to put limits around a share from strata; the logit is the one we print. */
import { betaQuantile } from '../distributions/standard.ts'
import { twoSidedT } from '../distributions/student.ts'

export interface Limits {
  readonly low: number
  readonly high: number
}

export interface StratifiedLimits {
  readonly logit: Limits
  readonly beta: Limits
  readonly mean: Limits
}

interface Figures {
  readonly p: number
  readonly se: number
  readonly df: number
  /** Cases drawn. */
  readonly n: number
}

export const stratifiedLimits = (figures: Figures, level: number): StratifiedLimits => ({
  logit: logitLimits(figures, level),
  beta: betaLimits(figures, level),
  mean: meanLimits(figures, level),
})

/** logit p ± t se / (p (1-p)), turned back into shares; t with n - H degrees of freedom. */
export const logitLimits = ({ p, se, df }: Figures, level: number): Limits => {
  const half = (twoSidedT(level, df) * se) / (p * (1 - p))
  const at = (logit: number): number => 1 / (1 + Math.exp(-logit))
  const logit = Math.log(p / (1 - p))
  return { low: at(logit - half), high: at(logit + half) }
}

/**
 * Clopper and Pearson's limits for the effective sample p (1-p) / se², shrunk by the squared ratio of t
 * with n - 1 to t with n - H degrees of freedom (Korn and Graubard 1998, Survey Methodology 24:193).
 */
export const betaLimits = ({ p, se, df, n }: Figures, level: number): Limits => {
  const tail = (1 - level) / 2
  const shrink = (twoSidedT(level, n - 1) / twoSidedT(level, df)) ** 2
  const effective = ((p * (1 - p)) / se ** 2) * shrink
  return {
    low: betaQuantile(tail, effective * p, effective * (1 - p) + 1),
    high: betaQuantile(1 - tail, effective * p + 1, effective * (1 - p)),
  }
}

/** p ± t se, which can leave 0 to 1. */
export const meanLimits = ({ p, se, df }: Figures, level: number): Limits => {
  const half = twoSidedT(level, df) * se
  return { low: p - half, high: p + half }
}
