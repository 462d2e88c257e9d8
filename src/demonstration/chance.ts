import { createHash } from 'node:crypto'

/** Choices that come out the same for the same seed, on any machine. */
export interface Chance {
  /** A whole number from 0 to `most` - 1. */
  below(most: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** True `times` in a hundred. */
  inHundred(times: number): boolean
}

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), begun
 * from the first 16 bytes of SHA-256 of the seed. Each part of the demonstration draws from a seed of
 * its own, so that a change in one leaves the others as they were. For examples only: it keeps no secret.
 */
export function chanceOf(seed: string): Chance {
  const next = drawnFrom(wordsOf(seed))
  const below = (most: number): number => Math.floor((next() / 2 ** 32) * most)
  return {
    below,
    pick: list => list[below(list.length)] ?? list[0],
    inHundred: times => below(100) < times,
  }
}

const wordsOf = (seed: string): number[] => {
  const digest = createHash('sha256').update(seed).digest()
  return [0, 4, 8, 12].map(at => digest.readUInt32LE(at))
}

/** The generator itself: 32 bits at each call, from four words that are not all nought. */
export function drawnFrom(words: readonly number[]): () => number {
  const state = Uint32Array.from(words)
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = state
    const third = c ^ a
    const fourth = d ^ b
    state.set([a ^ fourth, b ^ third, third ^ (b << 9), turned(fourth, 11)])
    return Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
  }
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
