import { readReference } from '../../../methods/references/reference.ts'

/** What somebody wrote to say which record is meant. */
export type RecordAsked =
  | { is: 'any' }
  | { is: 'reference'; reference: string }
  /** An id, or all ids that begin with the code of a list. */
  | { is: 'ids'; least: string; greatest: string }
  | { is: 'unreadable' }

/**
 * A case reference, an id, or the short code that lists print.
 * @example readRecord('3f2a9c01') // the ids from 3f2a9c01-0000-… to 3f2a9c01-ffff-…
 */
export function readRecord(text: string): RecordAsked {
  if (text === '') return { is: 'any' }
  const digits = text.toLowerCase().replaceAll('-', '')
  if (/^[0-9a-f]{8}([0-9a-f]{24})?$/.test(digits))
    return {
      is: 'ids',
      least: idOf(digits.padEnd(32, '0')),
      greatest: idOf(digits.padEnd(32, 'f')),
    }
  const reference = readReference(text)
  return reference === null ? { is: 'unreadable' } : { is: 'reference', reference }
}

const idOf = (digits: string): string =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
