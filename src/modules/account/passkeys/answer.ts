import { z } from 'zod'

const bytes = z.base64url().min(1).max(8_000)
const extensions = z.looseObject({})

/** What a browser sends of a passkey that was used (WebAuthn, AuthenticationResponseJSON). */
const used = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
  clientExtensionResults: extensions,
})

/** What a browser sends of a passkey that was made (WebAuthn, RegistrationResponseJSON). */
const made = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
  clientExtensionResults: extensions,
})

export type UsedAnswer = z.infer<typeof used>
export type MadeAnswer = z.infer<typeof made>

/** The answer in a form's field; null when it is none. */
export const readUsed = (text: unknown): UsedAnswer | null =>
  used.safeParse(jsonOf(text)).data ?? null
export const readMade = (text: unknown): MadeAnswer | null =>
  made.safeParse(jsonOf(text)).data ?? null

/** The challenge that an answer says it answers; whether it is one of ours is another question. */
export function answeredChallenge({ response }: UsedAnswer | MadeAnswer): string {
  const said: unknown = jsonOf(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
  return z.object({ challenge: z.string().max(200) }).safeParse(said).data?.challenge ?? ''
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > 40_000) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
