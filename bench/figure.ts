/** A figure that we claim: what is measured, against what, and the bound that it must keep. */
import type { Bench } from './bench.ts'

export interface Figure {
  readonly name: string
  /** What is measured and what it is measured against, in one sentence. */
  readonly what: string
  /** The bound in words, as the table prints it. */
  readonly must: string
  measure(bench: Bench): Promise<Outcome>
}

export type Outcome = Measured | Absent

export interface Measured {
  readonly is: 'measured'
  readonly value: number
  readonly baseline: number | null
  /** Of both numbers. */
  readonly unit: 's' | 'ms' | '/s' | 'cases'
  /** Value divided by baseline. */
  readonly ratio: number | null
  readonly met: boolean
  /** Lowest and highest round, where there were several. */
  readonly spread?: { readonly value: Range; readonly baseline?: Range }
  /** How it was measured and what else was seen: one sentence each. */
  readonly notes: readonly string[]
}

export type Range = readonly [low: number, high: number]

/** Not measurable here, with the sentence that says why. */
export interface Absent {
  readonly is: 'absent'
  readonly why: string
}

export const absent = (why: string): Absent => ({ is: 'absent', why })
