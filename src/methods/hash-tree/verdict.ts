/** The two answers of everything here that checks something. A refusal is a value, never a throw. */

export interface Refused {
  readonly is: 'refused'
  /** A sentence that says what is wrong. */
  readonly reason: string
}

export type Verdict = { readonly is: 'verified' } | Refused

export const verified: Verdict = { is: 'verified' }

export const refused = (reason: string): Refused => ({ is: 'refused', reason })
