/**
 * Every calculation by name, for the command line and for anyone who wants to try one: what there is,
 * one answer, and a file of reference cases against all of them.
 */
import { dayMethods } from './catalogue/day-methods.ts'
import type { Known } from './catalogue/fields.ts'
import { funnelMethods } from './catalogue/funnel-methods.ts'
import { hashTreeMethods } from './catalogue/hash-tree-methods.ts'
import type { Method } from './catalogue/method.ts'
import type { Plain } from './catalogue/plain.ts'
import { plain } from './catalogue/plain.ts'
import { sampleMethods } from './catalogue/sample-methods.ts'
import { shareMethods } from './catalogue/share-methods.ts'
import { notDefined } from './result.ts'

export { checkCases } from './reference-cases/check.ts'

const methods: readonly Method[] = [
  ...shareMethods,
  ...sampleMethods,
  ...funnelMethods,
  ...dayMethods,
  ...hashTreeMethods,
]

/** What `listMethods` says of each calculation. */
export type Listed = Omit<Method, 'run'>

/** All calculations in order: name, question, shape of the input, page of theory. */
export const listMethods = (): readonly Listed[] =>
  methods.map(({ name, question, input, page }) => ({ name, question, input, page }))

/**
 * The answer of the calculation `name` to `json`, ready to be written as JSON. A name or an input that we
 * do not know is an answer too: `{ is: 'not defined', method, reason }`. Never throws for bad input.
 * Calculations about days find calendars by name in `known`.
 * @example runMethod('wilson', { x: 5, n: 9 })
 */
export const runMethod = (
  name: string,
  json: unknown,
  known: Known = { calendars: new Map() },
): Plain => {
  const found = methods.find(method => method.name === name)
  return plain(
    found === undefined
      ? notDefined(name, 'There is no method of this name; method --list names them all.')
      : found.run(json, known),
  )
}
