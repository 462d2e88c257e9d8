/** Two reasons are the same whatever their capitals and spaces. */
export const isRepeat = (reason: string, earlier: readonly string[]): boolean =>
  earlier.some(one => folded(one) === folded(reason))

const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
