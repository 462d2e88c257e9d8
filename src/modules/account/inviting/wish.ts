import type { Role } from '../../../platform/access/roles.ts'

/** Who is to be invited, as the command line says it. */
export interface Wish {
  email: string
  role: Role
  /** Given and family name; needed for somebody who has no account yet. */
  name: string | null
  /** Names; null for the only one that there is. What is named and not there is made. */
  agency: string | null
  area: string | null
}

/** Invited, with the token that the address holds; or what is missing, as a sentence. */
export type Invited<Token> = { is: 'invited'; token: Token } | Missing

export interface Missing {
  is: 'missing'
  sentence: string
}

export const missing = (sentence: string): Missing => ({ is: 'missing', sentence })

/** Given and family name of "Given Family"; the last word is the family name. Null for one word. */
export function nameParts(name: string): { givenName: string; familyName: string } | null {
  const [, givenName = '', familyName = ''] = /^(\S.*?)\s+(\S+)$/.exec(name.trim()) ?? []
  return familyName === '' ? null : { givenName, familyName }
}

/** A name as a part of addresses: "North Ardenshire" is `north-ardenshire`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
