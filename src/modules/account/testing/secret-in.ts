import type { CodeSecret } from '../one-time-codes/code.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'

/** The secret that a page tells for an authenticator app, read as a person who types it would. */
export function secretIn(body: string): CodeSecret {
  const told =
    /letters and digits into the app: ((?:[A-Z2-7]{4} ?){8})/.exec(textOf(body))?.[1] ?? ''
  const bits = Array.from(told.replaceAll(' ', ''), sign =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  ).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2))) as CodeSecret
}
