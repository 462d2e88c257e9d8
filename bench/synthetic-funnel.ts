/** A funnel of invented places, the same at every run. */
import type { Inside } from './bench.ts'
import type { FunnelProps } from './inside.tsx'

const target = 0.3

/** As many places as there are forces, from few cases to many, most of them alike. */
export function syntheticFunnel(inside: Inside, places = 43): FunnelProps {
  const chance = seeded(20_261_123)
  const points = Array.from({ length: places }, (_, place) => {
    const n = 8 + Math.floor(chance() ** 2 * 400)
    const strange = chance() < 0.1 ? 0.15 : 0
    const x = Array.from({ length: n }, chance).filter(drawn => drawn < target + strange).length
    return { label: `Synthetic place ${place + 1}`, x, n, position: positionOf(inside, x, n) }
  })
  const most = Math.max(...points.map(({ n }) => n)) + 10
  return {
    id: 'synthetic',
    title: 'Share graded good by number of cases read',
    description: `${places} invented places; most are inside the limits.`,
    points,
    centre: { label: `All ${places}`, share: target },
    limits: [limitsOf(inside, '95%', most), limitsOf(inside, '99.8%', most)],
    axes: { up: 'Share graded good', along: 'Cases read' },
  }
}

function positionOf(
  inside: Inside,
  x: number,
  n: number,
): FunnelProps['points'][number]['position'] {
  const isOutside = (level: number) => {
    const { low, high } = limitsAt(inside, n, level)
    return x / n < low || x / n > high
  }
  if (n < 10) return 'no position'
  if (isOutside(0.998)) return 'outside 99.8%'
  return isOutside(0.95) ? 'outside 95%' : 'inside'
}

function limitsOf(
  inside: Inside,
  level: '95%' | '99.8%',
  most: number,
): FunnelProps['limits'][number] {
  const sizes = Array.from({ length: Math.floor((most - 10) / 3) + 1 }, (_, step) => 10 + 3 * step)
  const at = sizes.map(n => limitsAt(inside, n, level === '95%' ? 0.95 : 0.998))
  return { level, n: sizes, low: at.map(({ low }) => low), high: at.map(({ high }) => high) }
}

function limitsAt(inside: Inside, n: number, level: number): { low: number; high: number } {
  const limits = inside.binomialFunnelLimits({ n, target, level })
  if (limits.is !== 'calculated') throw new Error(limits.reason)
  return limits.interval
}

/** Numbers from 0 to 1 without pattern, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
