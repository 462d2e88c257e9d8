/**
 * A surprise: something that should not happen, named by a code that `docs/operations.md` explains.
 * `facts` hold ids, counts and codes only, so that a log line can never carry what somebody wrote.
 */
export class Broken extends Error {
  readonly code: Uppercase<string>
  readonly facts: Readonly<Record<string, string | number>>

  constructor(
    code: Uppercase<string>,
    facts: Record<string, string | number> = {},
    cause?: unknown,
  ) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'Broken'
    this.code = code
    this.facts = facts
  }
}
