import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { newCodeSecret, type CodeSecret } from './code.ts'
import type { OfferedCode } from './new-code.tsx'
import { sealed, unsealed } from './sealed.ts'

/**
 * A new secret for this account. It stands sealed in the form until a first code shows that a device
 * has learnt it, so that a secret that nobody has taken up replaces none.
 */
export function offerCode(key: ProgramKey, userId: string): OfferedCode {
  const secret = newCodeSecret()
  return { secret, sealed: sealed(key, `offer|${userId}`, secret).toString('base64url') }
}

/** The secret that was offered to this account, from the form; null when the form was changed. */
export function offeredBefore(key: ProgramKey, userId: string, sent: unknown): OfferedCode | null {
  if (typeof sent !== 'string') return null
  const secret = unsealed(key, `offer|${userId}`, Buffer.from(sent, 'base64url'))
  return secret === null ? null : { secret: secret as CodeSecret, sealed: sent }
}

/** A secret as it is kept for this account. */
export const keptCode = (key: ProgramKey, userId: string, secret: CodeSecret): Buffer =>
  sealed(key, `code|${userId}`, secret)
