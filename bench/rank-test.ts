import { gammaTail } from '../src/methods/distributions/gamma.ts'

/**
 * The chance to see two samples whose ranks lie at least as far apart, when both come from one
 * distribution: Mann and Whitney's test (1947, Ann. Math. Stat. 18:50), two-sided, by the normal
 * approximation with the correction for ties; for samples of twenty or more.
 * @example twoSidedP([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21]) // 0.221
 */
export function twoSidedP(ones: readonly number[], others: readonly number[]): number {
  const all = [
    ...ones.map(value => ({ value, one: 1 })),
    ...others.map(value => ({ value, one: 0 })),
  ]
  all.sort((a, b) => a.value - b.value)
  const sums = { ranks: 0, ties: 0 }
  for (let at = 0; at < all.length;) {
    const tied = sameFrom(all, at)
    sums.ranks += tied.filter(({ one }) => one === 1).length * (at + (tied.length + 1) / 2)
    sums.ties += tied.length ** 3 - tied.length
    at += tied.length
  }
  const [n, m, total] = [ones.length, others.length, all.length]
  const u = sums.ranks - (n * (n + 1)) / 2
  const variance = ((n * m) / 12) * (total + 1 - sums.ties / (total * (total - 1)))
  return gammaTail((u - (n * m) / 2) ** 2 / variance / 2, 0.5)
}

/** Those from a place on that have the same value. */
function sameFrom<T extends { value: number }>(sorted: readonly T[], from: number): T[] {
  const next = sorted.findIndex(({ value }, at) => at > from && value !== sorted[from]?.value)
  return sorted.slice(from, next === -1 ? undefined : next)
}
