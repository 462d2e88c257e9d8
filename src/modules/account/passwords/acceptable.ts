/** What a password is compared with before it is taken. */
export interface Surroundings {
  /** Passwords that stood in leaks most often, in lower case. */
  common: ReadonlySet<string>
  /** Names and the like that others know of this person. */
  own: readonly string[]
}

const shortest = 12
const longest = 128

/**
 * The sentence that says why this cannot be a password here; null when it can. NIST SP 800-63B-4,
 * 3.1.1.2: length (8 beside a second factor; we ask for 12), a list of common ones, words of the
 * service and the person; no rules about kinds of characters.
 */
export function whyNot(password: string, { common, own }: Surroundings): string | null {
  const length = lengthOf(password)
  if (length < shortest)
    return `Password must be ${shortest} characters or more. Three random words make a good one.`
  if (length > longest) return `Password must be ${longest} characters or fewer`
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (new Set(plain).size < 5) return 'Password must not repeat the same few characters'
  if (isCommon(plain, common))
    return 'Password must not be one of the common ones, which are tried first, with little added'
  if (isMostlyOwn(plain, own))
    return 'Password must not be your name, your email address or “turnstone” with little added'
  return null
}

function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const cores = plain.length - core.length < much ? [core] : []
  return [plain, ...cores].some(one =>
    [one, withLetters(one)].some(text => common.has(text) || common.has(repeatedIn(text))),
  )
}

/** Characters that nobody guesses, added to a word that everybody does, make a password. */
const much = 10

/** `p4ssw0rd` is `password` to whoever guesses. */
const withLetters = (text: string): string =>
  text.replace(/[013457@$!]/g, sign => letters[sign] ?? sign)

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** `abc` of `abcabcabc`; the whole of anything else. */
const repeatedIn = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text

function isMostlyOwn(plain: string, own: readonly string[]): boolean {
  const words = own.map(word => word.normalize('NFKC').toLowerCase()).filter(isLong)
  // The longest first: an address whole, before the name in it.
  const rest = words
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && lengthOf(rest) < much
}

const isLong = (word: string): boolean => word.length >= 3

/** In code points, as NIST counts them. */
const lengthOf = (text: string): number => Array.from(text).length
