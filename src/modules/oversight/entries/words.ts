import type { AllowedBy } from '../../../platform/audit/entry.ts'
import { purposes } from '../../casework/index.ts'

/** Why a record could be reached, in words. */
const allowed: Readonly<Record<AllowedBy, string>> = {
  team: 'own team',
  named: 'named on the case',
  share: 'shared with them',
  'force-wide': 'posting to the whole area',
  'break-glass': 'broken glass',
  role: 'role alone',
}

/** "posting to the whole area"; nothing where nothing had to allow it. */
export const allowedInWords = (code: string | null): string =>
  code === null ? '' : isAllowedBy(code) ? allowed[code] : code

const isAllowedBy = (code: string): code is AllowedBy => Object.hasOwn(allowed, code)

export const allowedChoices = Object.entries(allowed).map(([value, text]) => ({ value, text }))

/** "Linked enquiry"; nothing where nobody was asked. A code of before that is no longer in use stands for itself. */
export const purposeInWords = (code: string | null): string =>
  code === null ? '' : isPurpose(code) ? purposes[code] : code

const isPurpose = (code: string): code is keyof typeof purposes => Object.hasOwn(purposes, code)

/** "Standards auditor" */
export const roleInWords = (role: string): string =>
  `${role.slice(0, 1).toUpperCase()}${role.slice(1).replaceAll('-', ' ')}`

/** What the program noticed, in words; a code that is not here stands for itself. */
const noticed: Readonly<Record<string, string>> = {
  'own-surname': 'searched for the own family name',
  'own-address': 'searched for the own address',
  'sent-again': 'the same form sent twice, done once',
}

export const codeInWords = (code: string): string => noticed[code] ?? code
