/**
 * A problem at the command line that its reader can mend: a taken port, a full disk, a wrong address.
 * `sentence` says what happened and what to do, and never holds a password. The program ends with
 * exit code 1 and changes nothing. Codes are listed in docs/operations.md.
 */
export class Refusal extends Error {
  readonly code: Uppercase<string>
  readonly sentence: string

  constructor(code: Uppercase<string>, sentence: string, cause?: unknown) {
    super(`${code}: ${sentence}`, cause === undefined ? undefined : { cause })
    this.name = 'Refusal'
    this.code = code
    this.sentence = sentence
  }
}
