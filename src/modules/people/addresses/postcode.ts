/**
 * A postcode as rows hold it: capitals, no space. Null where it cannot be one.
 * @example readPostcode('xz1 2ab') // 'XZ12AB'
 */
export function readPostcode(text: string): string | null {
  const code = text.toUpperCase().replace(/\s/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(code) ? code : null
}

/**
 * A postcode as people read it: the last three characters stand apart.
 * @example postcodeInWords('XZ12AB') // 'XZ1 2AB'
 */
export const postcodeInWords = (code: string): string => `${code.slice(0, -3)} ${code.slice(-3)}`
