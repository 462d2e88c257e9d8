import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** What a device and we both know: 20 bytes, as long as the SHA-1 of RFC 6238 wants. */
export type CodeSecret = Buffer & { readonly of: 'code secret' }

export const newCodeSecret = (): CodeSecret => randomBytes(20) as CodeSecret

/** Seconds for which a code holds. */
const period = 30

/**
 * The step whose code this is, of now, the one before and the one after (RFC 6238, 5.2); null when it
 * is none of them. Which steps were used, the database knows. `now` in seconds since 1970.
 */
export function stepOf(code: string, secret: CodeSecret, now: number): number | null {
  const offset = totpOf(secret).validate({ token: code, timestamp: now * 1000, window: 1 })
  return offset === null ? null : Math.floor(now / period) + offset
}

/** The code of a moment, as the device shows it. */
export const codeAt = (secret: CodeSecret, now: number): string =>
  totpOf(secret).generate({ timestamp: now * 1000 })

/** What an authenticator app reads from the picture. */
export const addressOf = (secret: CodeSecret, email: string): string =>
  totpOf(secret, email).toString()

/** The secret to type by hand: base32 in groups of four. */
export const secretInWords = (secret: CodeSecret): string =>
  secretOf(secret).base32.replace(/(.{4})(?=.)/g, '$1 ')

const totpOf = (secret: CodeSecret, label = ''): TOTP =>
  new TOTP({ issuer: 'Turnstone', label, secret: secretOf(secret), digits: 6, period })

const secretOf = (secret: CodeSecret): Secret =>
  new Secret({ buffer: Uint8Array.from(secret).buffer })
