/**
 * Numbers as people read them in a sentence. Rounding is honest: a share that is not exactly none or
 * all is never printed as 0% or 100%.
 */
import { Broken } from '../../log/broken.ts'

/** "no", "one" to "nine", then "10", "1,234": a whole count inside a sentence. */
export const countInWords = (n: number): string => shortWords[n] ?? withThousands(n)

/** "1,234,567"; decimals are left as they are. */
export const withThousands = (n: number): string => {
  const [whole = '', fraction] = String(n).split('.')
  const grouped = whole.replace('-', minus).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** "one case", "five cases", "no cases", "1,234 cases". */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${countInWords(n)} ${n === 1 ? one : many}`

/** The same with figures throughout, for tables and labels: "1 case", "5 cases", "0 cases". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${withThousands(n)} ${n === 1 ? one : many}`

/** Words made ready to begin a sentence: "five cases" becomes "Five cases". */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * A share between 0 and 1 as a percentage: 0.2464 is "25%", with one decimal "24.6%". Halves round
 * up. A share above none that would round to none is "under 1%", below all likewise "over 99%".
 */
export const percent = (share: number, decimals = 0): string => {
  if (!(share >= 0 && share <= 1)) throw new Broken('SHARE_OUT_OF_RANGE', { share })
  const step = 10 ** -decimals
  const rounded = roundHalfUp(share * 100, decimals)
  if (rounded === 0 && share > 0) return `under ${step.toFixed(decimals)}%`
  if (rounded === 100 && share < 1) return `over ${(100 - step).toFixed(decimals)}%`
  return `${rounded.toFixed(decimals)}%`
}

/** The two ends of an interval of shares: "27% to 81%". */
export const percentInterval = (low: number, high: number, decimals = 0): string =>
  `${percent(low, decimals)} to ${percent(high, decimals)}`

/**
 * A difference between two shares (-1 to 1, later less earlier): "19 percentage points higher",
 * "1 percentage point lower", "no difference"; a small one is "under 1 percentage point higher".
 */
export const pointsInWords = (difference: number): string => {
  if (difference === 0) return 'no difference'
  const size = percent(Math.abs(difference)).replace('%', '')
  return `${size} percentage ${size.endsWith(' 1') || size === '1' ? 'point' : 'points'} ${side(difference)}`
}

/**
 * The interval of such a difference: "13 to 24 percentage points lower", or across zero
 * "4 percentage points lower to 40 percentage points higher".
 */
export const pointsInterval = (low: number, high: number): string => {
  if (low < 0 && high > 0) return `${pointsInWords(low)} to ${pointsInWords(high)}`
  const [near, far] = low < 0 ? [high, low] : [low, high]
  return `${percent(Math.abs(near)).replace('%', '')} to ${pointsInWords(far)}`
}

/** "a", "a and b", "a, b and c"; nothing for an empty list. */
export const listInWords = (items: readonly string[], joiner: 'and' | 'or' = 'and'): string => {
  const last = items.at(-1) ?? ''
  const before = items.slice(0, -1).join(', ')
  return before === '' ? last : `${before} ${joiner} ${last}`
}

const shortWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A true minus sign: a hyphen is read out as a dash, or not at all. */
const minus = '\u2212'

const side = (difference: number) => (difference > 0 ? 'higher' : 'lower')

/** 14.5 must round to 15 though its double is 14.499999999999998: drop the noise of the double first. */
const roundHalfUp = (value: number, decimals: number) => {
  const scale = 10 ** decimals
  return Math.round(Number((value * scale).toPrecision(12))) / scale
}
