import { thePublic } from '../access/actor.ts'
import { newToken, tokenHash, type Token } from '../access/token.ts'
import type { Door } from '../db/door.ts'
import type { ProgramKey } from './program-key.ts'
import { beginSession, said, sessionLengths } from './queries.ts'
import type { Means } from './session.ts'

/** The door to the database, and the key by which it knows the program. */
export interface Program {
  door: Door
  key: ProgramKey
}

/**
 * Begins a browser's session for somebody who was recognised, and answers the token to give out; null
 * when the account or its agency is closed.
 */
export async function openSession(
  { door, key }: Program,
  { userId, means }: { userId: string; means: Means },
): Promise<Token | null> {
  const token = newToken()
  const digest = tokenHash(token)?.toString('hex') ?? ''
  const begun = await door.writing(thePublic, async tx => {
    const { idle, lifetime } = await sessionLengths(tx)
    const about = ['session', userId, digest, 'browser', means] as const
    return beginSession(tx, await said(tx, key, ...about, idle, lifetime))
  })
  return begun === null ? null : token
}
