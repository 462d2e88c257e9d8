/** How much room words take in a drawing, reckoned without a font: a little generous, never mean. */

/** Width of a line of text in units, for letters of a given size. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOf(letter)
  return width * size
}

/** The lines of a text that fit a width; a single word that is too long keeps its line. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** Shares of the letter size in Atkinson Hyperlegible Next, rounded up between its two cuts. */
const widthOf = (letter: string): number => {
  if (/[iljI.,:;'|!()\s-]/.test(letter)) return 0.33
  if (/[frt]/.test(letter)) return 0.37
  if (/[mwMW%@]/.test(letter)) return 0.9
  return /[A-Z]/.test(letter) ? 0.67 : 0.56
}
