import type { Wish } from '../app.ts'
import { roles, type Role } from '../platform/access/roles.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { optionsOf } from './options.ts'

/** Whom the words after `admin invite` ask for. */
export function wishOf([email = '', ...words]: readonly string[]): Wish {
  const address = email.trim().toLowerCase()
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw incomplete('Give an email address first: EMAIL')
  const options = optionsOf(words, ['name', 'agency', 'area', 'role'])
  const { name = null, agency = null, area = null, role = 'administrator' } = options
  if (!isRole(role)) throw incomplete(`--role takes one of: ${roles.join(', ')}`)
  return { email: address, role, name, agency, area }
}

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)

const incomplete = (sentence: string): Refusal => new Refusal('INVITATION_INCOMPLETE', sentence)
