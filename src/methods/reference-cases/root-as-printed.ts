/**
 * Some reference values were printed by R functions that stop looking for a root once it is known to
 * about four digits. To compare with them at more digits, the same search has to stop at the same place.
 * Only the comparison uses this; our own answers are exact.
 */

/** How near R's `uniroot` comes before it stops, unless told otherwise: the fourth root of machine epsilon. */
export const printedTolerance = Number.EPSILON ** 0.25

/**
 * Brent's zero finder (Brent 1973, Algorithms for Minimization without Derivatives, chapter 4), stopping
 * at `tolerance`; `f(low)` and `f(high)` differ in sign.
 */
export const rootAsPrinted = (
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number = printedTolerance,
): number => {
  let a: Point = { x: low, y: f(low) }
  let b: Point = { x: high, y: f(high) }
  let c = a
  if (a.y === 0) return a.x
  for (let round = 0; round < 1000; round++) {
    const lastStep = b.x - a.x
    if (Math.abs(c.y) < Math.abs(b.y)) [a, b, c] = [b, c, b]
    const near = 2 * Number.EPSILON * Math.abs(b.x) + tolerance / 2
    const half = (c.x - b.x) / 2
    if (Math.abs(half) <= near || b.y === 0) break
    const step = stepFrom({ a, b, c }, { lastStep, near, half })
    const x = b.x + Math.sign(step) * Math.max(Math.abs(step), near)
    ;[a, b] = [b, { x, y: f(x) }]
    if (b.y * c.y > 0) c = a
  }
  return b.x
}

interface Point {
  x: number
  y: number
}

interface Bracket {
  a: Point
  b: Point
  c: Point
}

interface Steps {
  lastStep: number
  near: number
  half: number
}

/** The interpolated step where it is safe, else half of the bracket. */
const stepFrom = (bracket: Bracket, { lastStep, near, half }: Steps): number => {
  const { a, b, c } = bracket
  if (Math.abs(lastStep) < near || Math.abs(a.y) <= Math.abs(b.y)) return half
  const { p, q } = a.x === c.x ? linear(bracket) : quadratic(bracket)
  const safe =
    p < 0.75 * (c.x - b.x) * q - Math.abs(near * q) / 2 && p < Math.abs((lastStep * q) / 2)
  return safe ? p / q : half
}

const linear = ({ a, b, c }: Bracket): { p: number; q: number } => {
  const t = b.y / a.y
  return signed((c.x - b.x) * t, 1 - t)
}

const quadratic = ({ a, b, c }: Bracket): { p: number; q: number } => {
  const [q, t1, t2] = [a.y / c.y, b.y / c.y, b.y / a.y]
  return signed(
    t2 * ((c.x - b.x) * q * (q - t1) - (b.x - a.x) * (t1 - 1)),
    (q - 1) * (t1 - 1) * (t2 - 1),
  )
}

const signed = (p: number, q: number): { p: number; q: number } =>
  p > 0 ? { p, q: -q } : { p: -p, q }
