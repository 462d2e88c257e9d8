import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { inTurn } from './in-turn.ts'
import { phcOf, readPhc, type Hashed, type Parameters } from './phc.ts'

/**
 * RFC 9106, section 4, second recommended option, but one lane: a lane more would want a core more.
 * OWASP's least (19 MiB, 2 passes) is a third of it. About 0.13 s on the machine of the figures.
 */
const parametersOfToday: Parameters = { memory: 65_536, passes: 3, parallelism: 1 }

/** A password as it is kept. */
export async function hashOf(password: string): Promise<string> {
  const parameters = parametersOfToday
  const salt = randomBytes(16)
  const tag = await tagOf(password, { parameters, salt, tag: Buffer.alloc(32) })
  return phcOf({ parameters, salt, tag })
}

/** Whether this is the password. An account without one, or none at all, costs the same work. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const hashed = (kept === null ? null : readPhc(kept)) ?? nobodys
  const tag = await tagOf(password, hashed)
  return timingSafeEqual(tag, hashed.tag) && hashed !== nobodys
}

/** Whether a hash was made with the parameters of today; else it is made anew at the next sign-in. */
export const isOfToday = (kept: string): boolean => {
  const { memory, passes, parallelism } = readPhc(kept)?.parameters ?? nothing
  const today = parametersOfToday
  return memory === today.memory && passes === today.passes && parallelism === today.parallelism
}

const nothing: Parameters = { memory: 0, passes: 0, parallelism: 0 }

const nobodys: Hashed = {
  parameters: parametersOfToday,
  salt: randomBytes(16),
  tag: randomBytes(32),
}

/** Two at once at most: each takes 64 MiB and a core, and the rest of the program needs both. */
const tagOf = inTurn(2, (password: string, { parameters, salt, tag }: Hashed): Promise<Buffer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const given = {
    // The same characters may be typed as different code points on another keyboard.
    message: password.normalize('NFKC'),
    nonce: salt,
    tagLength: tag.length,
    ...parameters,
  }
  argon2('argon2id', given, (error, made) => {
    if (error === null) resolve(made)
    else reject(error)
  })
  return promise
})
