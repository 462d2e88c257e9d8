/**
 * Chances about two Dirichlet posteriors that have no closed form, by exact sums. The grades of one
 * period are laid out on the quantiles of its posterior; for each layout the chance under the other
 * period is a sum over one variable.
 */
import { betaQuantile } from '../distributions/standard.ts'
import type { Rule } from '../numbers/double-exponential.ts'
import { doubleExponential } from '../numbers/double-exponential.ts'

/** Counts of cases by grade, best first. */
type Counts = readonly number[]

/** For given shares of one period, how each grade of the other counts towards "better" (above 0) or "worse". */
type Lead = (shares: Counts) => number[]

/**
 * P(mean score after > mean score before), scoring the lowest grade 0, the next 1, and so on.
 * Both posteriors start from Dirichlet(1, …, 1).
 */
export const chanceMeanHigher = (before: Counts, after: Counts): number =>
  chanceBetter(before, after, shares => {
    const scores = shares.map((_, i) => shares.length - 1 - i)
    const mean = scores.reduce((sum, score, i) => sum + score * (shares[i] ?? 0), 0)
    return scores.map(score => score - mean)
  })

/** P(superiority of after over before > ½), where superiority counts ties half. */
export const chanceSuperior = (before: Counts, after: Counts): number =>
  chanceBetter(before, after, shares =>
    shares.map((same, i) => {
      const worse = shares.slice(i + 1).reduce((sum, share) => sum + share, 0)
      return worse + same / 2 - 0.5
    }),
  )

/**
 * The larger period is laid out, because the other's chance then bends gently from layout to layout.
 * Both questions are fair to the two periods, so exchanging them turns a chance p into 1 - p.
 */
const chanceBetter = (before: Counts, after: Counts, lead: Lead): number => {
  const [sizeBefore, sizeAfter] = [before, after].map(counts => counts.reduce((a, b) => a + b, 0))
  return (sizeBefore ?? 0) >= (sizeAfter ?? 0)
    ? chanceOver(before, after, lead)
    : 1 - chanceOver(after, before, lead)
}

const chanceOver = (laidOut: Counts, other: Counts, lead: Lead): number => {
  const weights = other.map(count => count + 1)
  let chance = 0
  for (const { shares, weight } of layouts(laidOut.map(count => count + 1))) {
    chance += weight * chancePositive(lead(shares), weights)
  }
  return Math.min(1, Math.max(0, chance))
}

/** Points a dimension: two grades need one dimension, three two, and so on. */
const finest = [0, 0, 64, 48, 24]

interface Layout {
  shares: Counts
  weight: number
}

/**
 * Shares of all grades, spread evenly over their posterior: a stick is broken grade by grade, each piece
 * a beta share of what is left (Sethuraman 1994, Statistica Sinica 4:639).
 */
const layouts = (concentrations: Counts): Layout[] => {
  const rule = doubleExponential(finest[concentrations.length] ?? 24)
  let partial: { layout: Layout; left: number }[] = [{ layout: { shares: [], weight: 1 }, left: 1 }]
  concentrations.slice(0, -1).forEach((concentration, i) => {
    const rest = concentrations.slice(i + 1).reduce((sum, c) => sum + c, 0)
    const pieces = rule.at.map(u => betaQuantile(u, concentration, rest))
    partial = partial.flatMap(({ layout, left }) =>
      pieces.map((piece, k) => ({
        layout: {
          shares: [...layout.shares, left * piece],
          weight: layout.weight * (rule.weight[k] ?? 0),
        },
        left: left * (1 - piece),
      })),
    )
  })
  return partial.map(({ layout, left }) => ({ ...layout, shares: [...layout.shares, left] }))
}

const inversion: Rule = doubleExponential(96)

/**
 * P(Σ λ_i G_i > 0) for independent G_i ~ Gamma(a_i): ½ + 1/π ∫ sin(Σ a_i atan λ_i t) / (t Π (1 + λ_i² t²)^(a_i/2)) dt
 * (Gil-Pelaez 1951, Biometrika 38:481; Imhof 1961, Biometrika 48:419). The same as for Dirichlet shares,
 * which are such G_i over their sum. t runs as v / (1 - v) standard deviations.
 */
const chancePositive = (lambda: Counts, a: Counts): number => {
  if (lambda.every(each => each >= 0)) return 1
  if (lambda.every(each => each <= 0)) return 0
  const scale = 1 / Math.sqrt(lambda.reduce((sum, each, i) => sum + each * each * (a[i] ?? 0), 0))
  let integral = 0
  for (let k = 0; k < inversion.at.length; k++) {
    const v = inversion.at[k] ?? 0
    if (v < 1 && v > 0)
      integral +=
        ((inversion.weight[k] ?? 0) * wave(lambda, a, (scale * v) / (1 - v))) / (v * (1 - v))
  }
  return 0.5 + integral / Math.PI
}

const wave = (lambda: Counts, a: Counts, t: number): number => {
  let angle = 0
  let damping = 0
  for (let i = 0; i < lambda.length; i++) {
    const turn = (lambda[i] ?? 0) * t
    angle += (a[i] ?? 0) * Math.atan(turn)
    damping += (a[i] ?? 0) * Math.log1p(turn * turn)
  }
  return Math.sin(angle) * Math.exp(-damping / 2)
}
