/**
 * A name as it is searched: without case, accents, and whatever is neither letter nor digit, so that
 * "O’Brien-Núñez" and "obrien nunez" meet, and "Łukasz" is found by somebody who types "lukasz".
 * Apostrophes of every kind, hyphens and spaces, one or more, leave nothing behind: "O'Brien", "O’Brien"
 * and "OʼBrien" are one key, and so are "Al-Amin", "Al Amin" and "alamin". Marks of other scripts are
 * part of their letters and stay. The beginning of a name has the beginning of the name's key.
 *
 * Unicode: compatibility decomposition (UAX 15), then the marks of Latin, Greek and Cyrillic left out,
 * then the letters of `plain`. An accent is left out, never written out: "Müller" is "muller", because
 * "ue" is right in German and wrong in Turkish, and a key has no language.
 * @example searchKey('O’Brien-Núñez') // 'obriennunez'
 * @example searchKey('Þórður Łęski') // 'thordurleski'
 */
export const searchKey = (name: string): string =>
  undecorated(undecorated(name).toLowerCase().replace(notOfNames, '')).replace(
    hasPlain,
    letter => plain.get(letter) ?? letter,
  )

const undecorated = (text: string): string =>
  text.normalize('NFKD').replace(/[\u0300-\u036F]/gu, '')

/**
 * What is no letter or digit, and the letters of Unicode that are written as apostrophes: those between
 * U+02B9 and U+02EE, as CLDR folds them, and the saltillo.
 */
const notOfNames = /[^\p{L}\p{M}\p{N}]|[\u02B9-\u02EE\uA78B\uA78C]/gu

/**
 * Small letters of living Latin alphabets that do not decompose. Source: Unicode CLDR, transform
 * Latin-ASCII (common/transforms/Latin-ASCII.xml); its phonetic and medieval letters are left out, as
 * names of today have none. Not from there: ə as passports write it (ICAO Doc 9303, part 3), ɔ as ɛ is
 * folded, and ς, which is σ at the end of a word and so changes when somebody types on.
 */
const plain: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ĸ', 'q'],
  ['ł', 'l'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ƒ', 'f'],
  ['ɓ', 'b'],
  ['ɖ', 'd'],
  ['ɗ', 'd'],
  ['ɛ', 'e'],
  ['ƙ', 'k'],
  ['ɲ', 'n'],
  ['ʋ', 'v'],
  ['ƴ', 'y'],
  ['ə', 'e'],
  ['ɔ', 'o'],
  ['ς', 'σ'],
])

const hasPlain = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu')
