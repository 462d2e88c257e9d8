/**
 * The shape of every answer in `methods/`: a calculated value that carries what it was calculated from,
 * or a "not defined" that says why. Never NaN, never a throw for a bad input.
 */
import { digestOf } from './digest.ts'

declare const made: unique symbol

/**
 * An interval of one method at one level. Two kinds never stand in for each other: the names are part
 * of the type, and only `interval` below can make one.
 * `low` and `high` are in the units of the estimate (shares run from 0 to 1).
 */
export interface Interval<Method extends string = string, Level extends number = number> {
  readonly method: Method
  readonly level: Level
  readonly low: number
  readonly high: number
  readonly [made]: true
}

export type Options = Readonly<Record<string, number | string | boolean>>

/** An answer, with everything that a reader needs to judge it. */
export interface Calculated<Estimate = number, Of extends Interval | null = Interval | null> {
  readonly is: 'calculated'
  readonly method: string
  readonly options: Options
  /** Cases the answer rests on, all groups together. */
  readonly n: number
  readonly estimate: Estimate
  /** Null where the whole list was looked at, or where no honest interval exists. */
  readonly interval: Of
  /** Sentences about this very answer. */
  readonly warnings: readonly string[]
  /** What these numbers cannot show, as a sentence; null where there is nothing to hold back. */
  readonly cannotShow: string | null
  /** SHA-256 of the canonical JSON of the input, as hex; worked out when first asked for. */
  readonly inputDigest: string
}

/** No answer exists for this input. The reason is a sentence for the person who gave it. */
export interface NotDefined {
  readonly is: 'not defined'
  readonly method: string
  readonly reason: string
}

export type Result<Estimate = number, Of extends Interval | null = Interval | null> =
  Calculated<Estimate, Of> | NotDefined

/** What a method works out; the rest of the result is added by `calculated`. */
export interface Found<Estimate, Of extends Interval | null> {
  readonly options: Options
  readonly n: number
  readonly estimate: Estimate
  readonly interval: Of
  readonly warnings?: readonly string[]
  readonly cannotShow?: string | null
}

/** Makes the answer of `method` to `input`. */
export const calculated = <Estimate, Of extends Interval | null>(
  method: string,
  input: object,
  found: Found<Estimate, Of>,
): Calculated<Estimate, Of> => ({
  is: 'calculated',
  method,
  options: found.options,
  n: found.n,
  estimate: found.estimate,
  interval: found.interval,
  warnings: found.warnings ?? [],
  cannotShow: found.cannotShow ?? null,
  get inputDigest() {
    return digestOf(input)
  },
})

/** Refuses an input: `reason` is a sentence that says what is wrong with it. */
export const notDefined = (method: string, reason: string): NotDefined => ({
  is: 'not defined',
  method,
  reason,
})

/** An interval from `low` to `high`. Called by methods only; nobody else should make intervals by hand. */
export const interval = <const Method extends string, Level extends number>(
  method: Method,
  level: Level,
  low: number,
  high: number,
): Interval<Method, Level> => ({ method, level, low, high }) as Interval<Method, Level>

/** The interval of an answer, or null where there is no answer or no interval. */
export const intervalOf = (result: Result<unknown>): Interval | null =>
  result.is === 'calculated' ? result.interval : null
