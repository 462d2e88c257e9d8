/** Reads the input of a reference case, which is JSON of any shape. What is missing reads as NaN or nothing. */
import { isRecord } from '../is-record.ts'
import type { CaseInput } from './answers.ts'

export const caseInput = (input: unknown): CaseInput => {
  const fields: Record<string, unknown> = isRecord(input) ? input : {}
  const numberOr = (name: string, otherwise: number): number => asNumber(fields[name], otherwise)
  return {
    number: name => numberOr(name, NaN),
    numberOr,
    numbers: name => listAt(fields[name]).map(each => asNumber(each, NaN)),
    texts: name => listAt(fields[name]).map(String),
    flagOr: (name, otherwise) => {
      const value = fields[name]
      return typeof value === 'boolean' ? value : otherwise
    },
  }
}

const asNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
