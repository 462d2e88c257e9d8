/** Where does a function cross zero? */

/**
 * The x in [low, high] where `f` changes sign, by Chandrupatla's method (1997, Advances in Engineering
 * Software 28:145): inverse quadratic steps where they are safe, else halving. Never leaves the bracket.
 * `f(low)` and `f(high)` must differ in sign; where they do not, the end nearer to zero comes back.
 * `within` is how near to the crossing is near enough; the last digit unless given.
 * @example rootBetween(x => x * x - 2, 0, 2) // 1.4142135623730951
 */
export const rootBetween = (
  f: (x: number) => number,
  low: number,
  high: number,
  within = 1e-300,
): number => {
  let newest = { x: high, y: f(high) }
  let across = { x: low, y: f(low) }
  if (Math.sign(newest.y) === Math.sign(across.y)) return nearer(newest, across).x
  let step = 0.5
  for (let round = 0; round < 200; round++) {
    const x = newest.x + step * (across.x - newest.x)
    const tried = { x, y: f(x) }
    const before = Math.sign(tried.y) === Math.sign(newest.y) ? newest : across
    if (before === across) across = newest
    newest = tried
    const best = nearer(newest, across)
    const room = (2 * Number.EPSILON * Math.abs(best.x) + within) / Math.abs(across.x - newest.x)
    if (room > 0.5 || best.y === 0) return best.x
    step = Math.min(1 - room, Math.max(room, nextStep(newest, across, before)))
  }
  return nearer(newest, across).x
}

interface Point {
  x: number
  y: number
}

const nearer = (a: Point, b: Point): Point => (Math.abs(a.y) < Math.abs(b.y) ? a : b)

/** How far from `a` towards `b`: inverse quadratic interpolation through `c` where it is monotone, else half. */
const nextStep = (a: Point, b: Point, c: Point): number => {
  const xi = (a.x - b.x) / (c.x - b.x)
  const phi = (a.y - b.y) / (c.y - b.y)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  const first = (a.y / (b.y - a.y)) * (c.y / (b.y - c.y))
  const second = ((c.x - a.x) / (b.x - a.x)) * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y))
  return first + second
}
