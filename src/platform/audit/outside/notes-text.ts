/** Signed notes one after the other in a text: a blank line after each. */

const marker = '(broken off)'

/** What closes a note whose writing broke off, so that the next one begins on a line of its own. */
export const brokenOff = `\n\n${marker}\n\n`

/** A note as it is added to the text. */
export const noteText = (note: string): string => `${note}\n`

/** Whether the text ends in a whole note, or is empty. */
export const isClosed = (text: string): boolean =>
  text === '' || /\n\n(?:— [^\n]+\n)+\n$/.test(text)

/**
 * The notes of a text, whatever is in them: whether a note is sound, those say who know the key. What
 * broke off is left out. A note holds a blank line too, but there a signature follows.
 */
export function notesOf(text: string): string[] {
  const pieces = text.split(/\n\n(?!—)/).filter(piece => piece.trim() !== '')
  return pieces
    .filter((piece, at) => !isMarker(piece) && !isMarker(pieces[at + 1]))
    .filter((piece, at, all) => at < all.length - 1 || isClosed(text) || isSigned(piece))
    .map(piece => (piece.endsWith('\n') ? piece : `${piece}\n`))
}

const isMarker = (piece: string | undefined): boolean => piece?.trim() === marker

const isSigned = (piece: string): boolean => /\n\n(?:— [^\n]+\n)+$/.test(piece)
