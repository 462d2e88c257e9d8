/** No text of the record is near this; a longer one is a mistake or an attack on the page. */
const longest = 1000

/**
 * Why the characters of a cell cannot be taken, or null where they can. The record is shown on pages
 * and downloaded into spreadsheets: hidden characters could show readers something else than the file
 * holds, and a spreadsheet would run a cell that begins like a formula.
 */
export function whyNotCellText(cell: string): string | null {
  return faults.find(fault => fault.found(cell))?.reason ?? null
}

const faults: { found: (cell: string) => boolean; reason: string }[] = [
  {
    found: cell => cell.includes('\0'),
    reason: 'The cell holds a NUL character.',
  },
  {
    // Spreadsheets run a cell that begins so: https://owasp.org/www-community/attacks/CSV_Injection
    found: cell => /^[=+\-@\t\r]/.test(cell),
    reason:
      'The cell begins like a spreadsheet formula (with = + - @, a tab or a carriage return).',
  },
  {
    found: cell => /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(cell),
    reason: 'The cell holds a character that turns the direction of writing.',
  },
  {
    found: cell => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(cell),
    reason: 'The cell holds a control character.',
  },
  {
    found: cell => /[\p{Cf}\p{Cn}\p{Co}]/u.test(cell),
    reason: 'The cell holds a character that cannot be seen.',
  },
  {
    found: cell => cell !== cell.trim(),
    reason: 'The cell begins or ends with a space.',
  },
  {
    found: cell => cell.length > longest,
    reason: `The cell has more than ${longest} characters.`,
  },
]
