/**
 * A name as it is searched: without case, accents, and whatever is neither letter nor digit, so that
 * "O’Brien-Núñez" and "obrien nunez" meet. Marks of other scripts are part of their letters and stay.
 * Unicode: compatibility decomposition (UAX 15), then the marks of Latin, Greek and Cyrillic left out.
 * @example searchKey('O’Brien-Núñez') // 'obriennunez'
 */
export const searchKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
