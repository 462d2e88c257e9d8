/** The rules, in the order in which the page tells of them. Rules, not scores: no person has a sum. */
export const rules = ['nothing-led', 'own-search', 'many-lookers', 'refused-in-a-row'] as const

export type Rule = (typeof rules)[number]

/** Entries of the log that fit a rule and that nobody has answered for yet. */
export interface Finding {
  rule: Rule
  /** The colleague who looked; of many-lookers the person whose record it was. */
  about: string
  /** Ids of the entries, oldest first. */
  entries: readonly string[]
  /** Who looked. */
  users: readonly string[]
  first: string
  last: string
  /** What is so, in sentences with counts. */
  facts: readonly string[]
}

/** A moment of the log as a number that compares exactly, down to the microsecond. */
export const nanoseconds = (at: string): bigint => Temporal.Instant.from(at).epochNanoseconds

/** What a rule looks at: one entry of somebody. */
export interface Look {
  id: string
  at: string
  userId: string
}

export const oldestFirst = (a: { at: string }, b: { at: string }): number =>
  Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at))

/** What every finding has, worked out from its looks, oldest first and never none. */
export function spanOf(
  looks: readonly [Look, ...Look[]],
): Pick<Finding, 'entries' | 'users' | 'first' | 'last'> {
  return {
    entries: looks.map(({ id }) => id),
    users: [...new Set(looks.map(({ userId }) => userId))],
    first: looks[0].at,
    last: (looks.at(-1) ?? looks[0]).at,
  }
}

/** Looks in the order of time; null where there are none. */
export function inOrder<L extends Look>(looks: readonly L[]): [L, ...L[]] | null {
  const [first, ...rest] = looks.toSorted(oldestFirst)
  return first === undefined ? null : [first, ...rest]
}
