import { expect, test } from 'vitest'
import { gammaCdf, gammaQuantile, gammaTail, logGamma, normalCdf } from './gamma.ts'
import { twoSidedT } from './student.ts'

/** Relative difference, so that small tails count as much as large values. */
const agrees = (found: number, known: number, tolerance = 1e-12) =>
  expect(Math.abs(found - known)).toBeLessThanOrEqual(tolerance * Math.abs(known))

// Known values to 17 figures were worked out in 40-digit arithmetic.
test.each([
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [2.5, 0.28468287047291916],
  [10, 12.80182748008147],
  [1000.5, 5908.6741758486775],
  [1_000_000, 12815504.569147612],
])('ln gamma of %d', (x, known) => agrees(logGamma(x), known))

test.each([
  [0.1, 0.5, 0.34527915398142297],
  [4.2, 4.2, 0.56492704429193746],
  [1, 10, 1.1142547833872068e-7],
  [30, 10, 0.99999287824913718],
  [1000, 1000, 0.50420524418021551],
  [0.001, 3, 1.6654171665278075e-10],
])('the gamma distribution function at %d with shape %d', (x, shape, known) => {
  agrees(gammaCdf(x, shape), known)
  expect(gammaCdf(x, shape) + gammaTail(x, shape)).toBeCloseTo(1, 14)
})

test.each([
  [-8, 6.2209605742717841e-16],
  [-3, 0.0013498980316300945],
  [-1.96, 0.024997895148220434],
  [-0.1, 0.46017216272297102],
  [0, 0.5],
  [0.5, 0.691462461274013],
  [5, 0.99999971334842812],
])('the normal distribution function at %d', (z, known) => agrees(normalCdf(z), known))

test.each([
  [0.025, 4.2, 1.1923009977350334],
  [0.975, 5.2, 10.530274230955744],
  [0.001, 4.2, 0.485474960123997],
  [0.999, 60, 86.80871822808005],
  [0.025, 0.5, 0.0004910345585876278],
  [0.5, 1000, 999.6666864269652],
  [0.025, 100_000, 99381.15266374472],
])('quantile %d of the gamma distribution with shape %d', (p, shape, known) =>
  agrees(gammaQuantile(p, shape), known, 1e-10),
)

test.each([
  [0.95, 1, 12.706204736174694],
  [0.95, 2, 4.302652729749462],
  [0.95, 22, 2.0738730679040254],
  [0.9, 5, 2.0150483733330233],
  [0.998, 10, 4.143700494046589],
  [0.5, 3, 0.7648923284043444],
  [0.95, 1000, 1.9623390808264083],
])('%d of t with %d degrees of freedom lies within', (level, df, known) =>
  agrees(twoSidedT(level, df), known, 1e-10),
)
