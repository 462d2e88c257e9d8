import { append } from '../../../platform/audit/queries.ts'
import type { TokenHash } from '../../../platform/access/token.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { handedCodeDigest, type HandedCode } from '../../../platform/sessions/handed-code.ts'
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
import { otherHandedCode } from './form.ts'
import { acceptInvitation, openToProvider, type Invitation } from './queries.ts'

/** What somebody takes an invitation up with. */
export interface Taking {
  token: TokenHash
  invitation: Invitation
  /** The code that was handed over; null where none is needed. */
  handed: HandedCode | null
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
  const { token, invitation, password, offered, request } = taking
  const { userId } = invitation
  const common = await commonPasswords()
  const sentence = whyNot(password, { common, own: ownWords(invitation) })
  if (sentence !== null) return { is: 'wrong', error: { field: '_new', sentence } }
  const now = await door.reading({ is: 'public' }, epochNow)
  const step = stepOf(taking.code, offered.secret, now)
  if (step === null) return { is: 'wrong', error: otherCode }
  const hash = await hashOf(password)
  const secret = keptCode(key, userId, offered.secret)
  const handed = taking.handed && handedCodeDigest(key, userId, taking.handed)
  return door.writing({ is: 'public' }, async tx => {
    const accepted = await acceptInvitation(tx, key, { token, hash, secret, step, handed })
    if (accepted.is !== 'done') return notLetIn(tx, accepted.is, { userId, request })
    await append(tx, { ...accept, outcome: 'done', request, subjects: [userId] })
    return { is: 'taken', userId }
  })
}

/** Lets somebody go on to the identity provider, by the code that was handed to them. */
export const goToProvider = (
  { door, key }: Program,
  {
    token,
    invitation: { userId },
    handed,
    request,
  }: Pick<Taking, 'token' | 'invitation' | 'request'> & {
    handed: HandedCode
  },
): Promise<Exclude<Taken, { is: 'taken' }> | { is: 'done' }> =>
  door.writing({ is: 'public' }, async tx => {
    const digest = handedCodeDigest(key, userId, handed)
    const opened = await openToProvider(tx, key, { token, handed: digest })
    if (opened === 'done') return { is: opened }
    return notLetIn(tx, opened, { userId, request })
  })

/** Whoever guesses is in the log, also by the guess that ends the invitation. */
async function notLetIn(
  tx: Writer,
  why: 'wrong code' | 'over',
  { userId, request }: { userId: string; request: string },
): Promise<Exclude<Taken, { is: 'taken' }>> {
  await append(tx, { ...accept, outcome: 'refused', request, subjects: [userId] })
  return why === 'over' ? { is: why } : { is: 'wrong', error: otherHandedCode }
}

const accept = { class: 'alteration', verb: 'account.accept' } as const
