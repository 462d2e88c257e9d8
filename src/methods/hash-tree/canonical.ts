/**
 * The bytes of an entry that are hashed: one form for each value, whatever order its keys came in.
 * Source: RFC 8785 (JSON Canonicalization Scheme), without its numbers that are not whole.
 */
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'

/** What an entry may hold: JSON with whole numbers only. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type CanonicalMade = { readonly is: 'canonical'; readonly bytes: Uint8Array } | Refused

export type CanonicalRead = { readonly is: 'canonical'; readonly value: Json } | Refused

/** Deeper values are refused, so that no entry can use up the stack of whoever verifies it. */
const deepest = 32

/**
 * JSON without spaces, keys sorted by UTF-16 code unit, as UTF-8. Equal values give equal bytes, different
 * values different bytes. Refused: numbers that are not whole or lie beyond 2^53 - 1, -0, half characters,
 * and whatever JSON cannot hold (undefined, dates, holes in lists, more than 32 levels).
 * @example canonicalBytes({ who: 'u7', at: 3 }) // {"at":3,"who":"u7"}
 */
export const canonicalBytes = (value: unknown): CanonicalMade => {
  const refusal = refusalOf(value, 0)
  return refusal === null
    ? { is: 'canonical', bytes: Buffer.from(encode(value as Json)) }
    : refused(refusal)
}

/**
 * The value of canonical bytes. All other bytes are refused, even where JSON would take them: two keys of
 * one name, spaces, keys in another order, another way to write a number or a character.
 */
export const readCanonical = (bytes: Uint8Array): CanonicalRead => {
  const value = parsed(bytes)
  if (value === undefined) return refused('The bytes are no JSON in UTF-8.')
  const made = canonicalBytes(value)
  if (made.is === 'refused') return made
  // Whatever differs from the one right form differs in its bytes.
  return Buffer.compare(made.bytes, bytes) === 0
    ? { is: 'canonical', value: value as Json }
    : refused('The bytes are not in the one form that is hashed.')
}

const refusalOf = (value: unknown, depth: number): string | null => {
  switch (typeof value) {
    case 'string':
      return textRefusal(value)
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? null
        : 'A number must be whole, and not beyond 2^53 - 1.'
    case 'boolean':
      return null
    case 'object':
      if (depth >= deepest) return 'A value must not be more than 32 levels deep.'
      return value === null ? null : partsRefusal(value, depth + 1)
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return `JSON has no ${typeof value}.`
  }
}

const textRefusal = (text: string): string | null =>
  text.isWellFormed() ? null : 'A text must be Unicode without half characters.'

const partsRefusal = (value: object, depth: number): string | null => {
  if (!isPlain(value)) return 'An object must be a plain one, and a list without holes.'
  for (const [key, part] of Object.entries(value)) {
    const refusal = textRefusal(key) ?? refusalOf(part, depth)
    if (refusal !== null) return refusal
  }
  return null
}

/** A list or an object whose visible keys are all that it holds. */
const isPlain = (value: object): boolean => {
  const keys = Reflect.ownKeys(value).length
  const visible = Object.keys(value).length
  // A list has one key more, its length; a hole in it has none.
  if (Array.isArray(value)) return visible === value.length && keys === visible + 1
  const prototype: unknown = Object.getPrototypeOf(value)
  return keys === visible && (prototype === Object.prototype || prototype === null)
}

const encode = (value: Json): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(encode).join(',')}]`
  const fields = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${encode(value[key] ?? null)}`)
  return `{${fields.join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Undefined where the bytes are no JSON: a value of JSON is never undefined. */
const parsed = (bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
