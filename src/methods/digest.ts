/** The fingerprint of an input, so that an answer can be tied to the numbers it was worked out from. */
import { hash } from 'node:crypto'

/**
 * SHA-256 (hex) of the canonical JSON of `input`. Order of keys does not matter; order of lists does.
 * Danger: small counts can be found again by trying them all, so a digest hides nothing.
 * @example digestOf({ x: 5, n: 9 }) === digestOf({ n: 9, x: 5 }) // true
 */
export const digestOf = (input: unknown): string => hash('sha256', canonicalJson(input), 'hex')

/** JSON with keys sorted by code unit and no spaces (the idea of RFC 8785); absent and undefined are one. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return scalarJson(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
  return `{${fields.join(',')}}`
}

// JSON turns NaN and the infinities into null; here they must stay different from each other.
const scalarJson = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) return `"${String(value)}"`
  return value === undefined ? 'null' : JSON.stringify(value)
}
