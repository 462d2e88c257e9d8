import { searchKey } from './search-key.ts'

/** What somebody may have meant by the words of a name, as keys. */
export interface NameReadings {
  /** Each word by itself. */
  words: readonly string[]
  /** All of it as one given name, or one family name: "van der Berg". */
  one: string
  /** A given name and a family name, divided after each word, in either order. */
  pairs: readonly (readonly [given: string, family: string])[]
}

/** Words after these belong to the last: nobody types more to find a name. */
const mostWords = 6

/**
 * The readings of the words of a name; null where there is no word. Names have spaces inside, and nothing
 * tells which: of "Mary Ann van Dale" any part may be the family name, and it may stand first.
 * @example readingsOf('Al Amin') // { words: ['al', 'amin'], one: 'alamin', pairs: [['al', 'amin'], ['amin', 'al']] }
 */
export function readingsOf(text: string): NameReadings | null {
  const all = text.split(/\s+/).map(searchKey).filter(Boolean)
  if (all.length === 0) return null
  const words = [...all.slice(0, mostWords - 1), all.slice(mostWords - 1).join('')].filter(Boolean)
  return { words, one: all.join(''), pairs: dividedPairs(words) }
}

const dividedPairs = (words: readonly string[]): [string, string][] =>
  words.slice(1).flatMap((_, before): [string, string][] => {
    const first = words.slice(0, before + 1).join('')
    const second = words.slice(before + 1).join('')
    return [
      [first, second],
      [second, first],
    ]
  })
