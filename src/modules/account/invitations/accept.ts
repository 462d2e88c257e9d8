import { append } from '../../../platform/audit/queries.ts'
import type { TokenHash } from '../../../platform/access/token.ts'
import type { Program } from '../../../platform/sessions/begin.ts'
import type { FieldError } from '../../../platform/web/form.ts'
import { stepOf } from '../one-time-codes/code.ts'
import { otherCode } from '../one-time-codes/form.ts'
import type { OfferedCode } from '../one-time-codes/new-code.tsx'
import { keptCode } from '../one-time-codes/offered.ts'
import { whyNot } from '../passwords/acceptable.ts'
import { commonPasswords } from '../passwords/common-passwords.ts'
import { ownWords } from '../passwords/own-words.ts'
import { hashOf } from '../passwords/password.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { acceptInvitation, type Invitation } from './queries.ts'

/** What somebody takes an invitation up with. */
export interface Taking {
  token: TokenHash
  invitation: Invitation
  password: string
  code: string
  offered: OfferedCode
  /** Id of the request. */
  request: string
}

export type Taken =
  { is: 'taken'; userId: string } | { is: 'wrong'; error: FieldError } | { is: 'over' }

/** Sets password and codes of whoever was invited, once, with the entry that says so. */
export async function takeUp({ door, key }: Program, taking: Taking): Promise<Taken> {
  const { token, invitation, password, offered } = taking
  const { userId } = invitation
  const common = await commonPasswords()
  const sentence = whyNot(password, { common, own: ownWords(invitation) })
  if (sentence !== null) return { is: 'wrong', error: { field: '_new', sentence } }
  const now = await door.reading({ is: 'public' }, epochNow)
  const step = stepOf(taking.code, offered.secret, now)
  if (step === null) return { is: 'wrong', error: otherCode }
  const hash = await hashOf(password)
  const secret = keptCode(key, userId, offered.secret)
  return door.writing({ is: 'public' }, async tx => {
    const accepted = await acceptInvitation(tx, key, { token, hash, secret, step })
    if (accepted === null) return { is: 'over' }
    await append(tx, { ...accept, request: taking.request, subjects: [accepted] })
    return { is: 'taken', userId: accepted }
  })
}

const accept = { class: 'alteration', verb: 'account.accept', outcome: 'done' } as const
