/** What a kind of reference case may ask of us, key by key. */
import type { Result } from '../result.ts'
import { intervalOf } from '../result.ts'

/** A number, a list of numbers, or null where we have no such figure. */
export type Answer = number | null | readonly (number | null)[]

/**
 * An answer, or two where the reference printed a root found to four digits only: `printed` stops where the
 * reference did and is compared at the tolerance; `exact` is ours and must lie within the reach of that
 * search, on the line along which it searched.
 */
export type Answered = Answer | PrintedAnswer

export interface PrintedAnswer {
  readonly printed: Answer
  readonly exact: Answer
  readonly along: (value: number) => number
}

/** The input of a case, read by name. */
export interface CaseInput {
  number(name: string): number
  numbers(name: string): readonly number[]
  texts(name: string): readonly string[]
  /** A number, or `otherwise` where the case does not give it. */
  numberOr(name: string, otherwise: number): number
  flagOr(name: string, otherwise: boolean): boolean
}

/** Keys by pattern: the first that fits the whole key answers it. `match` holds the pattern's groups. */
export type Answers = readonly (readonly [
  RegExp,
  (input: CaseInput, match: readonly string[]) => Answered,
])[]

/** The limits of a result, both null where there are none. */
export const limitsOf = (result: Result<unknown>): readonly (number | null)[] => {
  const found = intervalOf(result)
  return found === null ? [null, null] : [found.low, found.high]
}

/** The estimate of a result, null where it is not defined. */
export const estimateOf = (result: Result): number | null =>
  result.is === 'calculated' ? result.estimate : null

/** One figure of an estimate that holds several. */
export const figureOf = <Estimate, Figure>(
  result: Result<Estimate>,
  figure: (estimate: Estimate) => Figure,
): Figure | null => (result.is === 'calculated' ? figure(result.estimate) : null)

/** `95` in a key is a level of 0.95, `998` one of 0.998. */
export const levelIn = (digits: string | undefined): number => Number(`0.${digits ?? ''}`)
