/** A line of a file, or where its bytes stop being text. */
export type Line =
  | { is: 'text'; number: number; text: string }
  | { is: 'not text'; number: number; before: string; byte: number }

/**
 * The lines of a file in UTF-8. A byte sequence that is not UTF-8, or the mark that another program
 * left where it could not read one, is told with its line, its byte (from 1) and the text before it.
 * A byte-order mark is kept as a character, to be refused with the other hidden ones.
 */
export function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found
    lines.push(lineOf(bytes.subarray(start, end), lines.length + 1))
    start = end + 1
  }
  return lines
}

const newline = 0x0a
const unreadable = '\uFFFD'
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

function lineOf(bytes: Uint8Array, number: number): Line {
  const text = utf8.decode(bytes)
  const at = text.indexOf(unreadable)
  if (at === -1) return { is: 'text', number, text }
  const before = text.slice(0, at)
  return { is: 'not text', number, before, byte: Buffer.byteLength(before) + 1 }
}
