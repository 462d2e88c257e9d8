import { nanoseconds, oldestFirst, type Look } from './finding.ts'

/** The looks of every stretch of so many hours in which enough different things are. */
export interface Dense<L> {
  looks: L[]
  /** Most different things in one such stretch. */
  most: number
}

/**
 * Finds stretches of time in which at least `least` different things are, by moving one stretch over
 * the looks: it ends at each look in turn and reaches back so many hours, both ends included.
 */
export function denseStretches<L extends Look>(
  looks: readonly L[],
  { hours, least, by }: { hours: number; least: number; by: (look: L) => string },
): Dense<L> {
  const ordered = looks.toSorted(oldestFirst).map(look => ({ look, moment: nanoseconds(look.at) }))
  const length = BigInt(hours) * 3_600_000_000_000n
  const dense = new Set<L>()
  const inside = new Map<string, number>()
  let [begin, most] = [0, 0]
  for (const [end, { look, moment }] of ordered.entries()) {
    enter(inside, by(look))
    for (const gone of ordered.slice(begin, end)) {
      if (moment - gone.moment <= length) break
      leave(inside, by(gone.look))
      begin += 1
    }
    if (inside.size < least) continue
    most = Math.max(most, inside.size)
    for (const one of ordered.slice(begin, end + 1)) dense.add(one.look)
  }
  return { looks: [...dense], most }
}

const enter = (inside: Map<string, number>, key: string): void => {
  inside.set(key, (inside.get(key) ?? 0) + 1)
}

function leave(inside: Map<string, number>, key: string): void {
  const left = (inside.get(key) ?? 1) - 1
  if (left === 0) inside.delete(key)
  else inside.set(key, left)
}
