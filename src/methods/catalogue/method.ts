/** A calculation that can be asked for by name, with JSON in and JSON out. */
import { isRecord } from '../is-record.ts'
import type { Result } from '../result.ts'
import { notDefined } from '../result.ts'
import type { Field, Known } from './fields.ts'

export interface Method {
  readonly name: string
  /** The question that it answers, for the list. */
  readonly question: string
  /** Its input, for the list: `{ "x": whole number, … }`. */
  readonly input: string
  /** Its page of theory. */
  readonly page: string
  readonly run: (json: unknown, known: Known) => Result<unknown>
}

type Shape = Readonly<Record<string, Field<unknown>>>

type ValueOf<F> = F extends Field<infer Value> ? Value : never

type KeysThat<S extends Shape, Needed extends boolean> = {
  [Key in keyof S]: S[Key] extends Field<unknown, Needed> ? Key : never
}[keyof S]

/** The typed input that a shape stands for. */
type InputOf<S extends Shape> = { readonly [Key in KeysThat<S, true>]: ValueOf<S[Key]> } & {
  readonly [Key in KeysThat<S, false>]?: ValueOf<S[Key]>
}

/** Describes a method; its `run` refuses JSON of another shape with a sentence. */
export const method = <const S extends Shape>(of: {
  name: string
  question: string
  page: string
  shape: S
  run: (input: InputOf<S>) => Result<unknown>
}): Method => ({
  name: of.name,
  question: of.question,
  page: `docs/methods/${of.page}.md`,
  input: shapeText(of.shape),
  run: (json, known) => {
    const refusal = shapeRefusal(of.shape, json, known)
    if (refusal !== null) return notDefined(of.name, refusal)
    return of.run(valuesOf(of.shape, json, known) as InputOf<S>)
  },
})

const shapeText = (shape: Shape): string => {
  const fields = Object.entries(shape).map(
    ([name, { shape, needed }]) => `"${name}"${needed ? '' : '?'}: ${shape}`,
  )
  return `{ ${fields.join(', ')} }`
}

const shapeRefusal = (shape: Shape, json: unknown, known: Known): string | null => {
  if (!isRecord(json)) return `The input must be JSON like ${shapeText(shape)}.`
  const stranger = Object.keys(json).find(name => !Object.hasOwn(shape, name))
  if (stranger !== undefined) {
    return `There is no field ${JSON.stringify(stranger)} here. The input is ${shapeText(shape)}.`
  }
  for (const [name, field] of Object.entries(shape)) {
    if (!Object.hasOwn(json, name)) {
      if (field.needed) return `The field "${name}" is missing: ${field.shape}.`
    } else if (field.read(json[name], known) === null) {
      return `The field "${name}" must be: ${field.shape}.`
    }
  }
  return null
}

const valuesOf = (shape: Shape, json: unknown, known: Known): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(isRecord(json) ? json : {}).map(([name, value]) => [
      name,
      shape[name]?.read(value, known),
    ]),
  )
