/**
 * References that people read, write and say: `TS-7K3M-9QXC`. Seven characters by chance (35 bits) and
 * one that checks them: every single wrong character is found, and every swap of two. The letters
 * are Crockford's 32, without I, L, O and U; what is read as one of them is taken for what was meant.
 *
 * The check is the sum of αⁱ·cᵢ over the field of 32 elements (x⁵ + x² + 1, α = x): all its weights
 * differ and none is zero, so no single change and no swap of two different characters keeps the sum.
 * Source: D. Crockford, Base 32 (2019); for codes over a field, e.g. Roman, Coding and Information
 * Theory (1992), chapter 5.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The reference of a number from 0 to 2^35 - 1.
 * @example referenceOf(0) // 'TS-0000-0000'
 */
export function referenceOf(chance: number): string {
  if (!Number.isSafeInteger(chance) || chance < 0 || chance >= 2 ** 35) {
    throw new RangeError('A reference is made of a whole number below 2^35.')
  }
  const values = Array.from({ length: 7 }, (_, i) => Math.floor(chance / 32 ** (6 - i)) % 32)
  const code = [...values, checkOf(values)].map(value => letters[value]).join('')
  return `TS-${code.slice(0, 4)}-${code.slice(4)}`
}

/**
 * The reference that somebody wrote, in its one spelling; null when it is none, or mistyped.
 * @example readReference('ts 0000 oooo') // 'TS-0000-0000'
 */
export function readReference(text: string): string | null {
  const meant = text.toUpperCase().replace(/[\s-]/g, '').replace(/^TS/, '')
  const values = Array.from(meant.replace(/[IL]/g, '1').replace(/O/g, '0'), letter =>
    letters.indexOf(letter),
  )
  if (values.length !== 8 || values.includes(-1)) return null
  if (checkOf(values.slice(0, 7)) !== values[7]) return null
  const code = values.map(value => letters[value]).join('')
  return `TS-${code.slice(0, 4)}-${code.slice(4)}`
}

/** Σ αⁱ·cᵢ, i from 1; addition in this field is exclusive or. */
function checkOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values.toReversed()) sum = timesAlpha(sum ^ value)
  return sum
}

/** x⁵ is x² + 1 here. */
const timesAlpha = (value: number): number => {
  const shifted = value << 1
  return shifted >= 32 ? shifted ^ 0b100101 : shifted
}
