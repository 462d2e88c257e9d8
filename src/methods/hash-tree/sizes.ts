/** Sizes, places and the splits of RFC 6962, in numbers up to 2^53 - 1: bit operators end at 32 bits. */

/** Is this a number of leaves or a place among them? */
export const isSize = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

/**
 * The largest power of two below `size`: how many leaves the left half of a tree holds. From 2 up.
 * @example leftSize(7) // 4
 */
export const leftSize = (size: number): number => {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** On which side of the way up a neighbour stands. */
export type Side = 'left' | 'right'
