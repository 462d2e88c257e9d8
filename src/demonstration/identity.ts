import { createHash } from 'node:crypto'

/**
 * The id of something in the demonstration: the same for the same seed, kind and name. Formed like the
 * ids that the product makes by chance (version 4), so that nothing can treat it otherwise.
 */
export const idOf = (seed: string, kind: string, name: string | number): string =>
  formed(digestOf(`${seed}/${kind}/${name}`), '4')

/**
 * An id that sorts by its moment and then by its number (version 7 of RFC 9562, the number in place of
 * chance): entries of the past are numbered in the order of their ids, as one transaction adds them all.
 */
export function idAt(moment: string, seed: string, number: number): string {
  const time = Temporal.Instant.from(moment).epochMilliseconds.toString(16).padStart(12, '0')
  const count = number.toString(16).padStart(6, '0')
  const rest = digestOf(`${seed}/entry/${number}`)
  return formed(`${time}0${count.slice(0, 3)}0${count.slice(3)}${rest}`, '7')
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const formed = (hex: string, version: string): string =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `${version}${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
