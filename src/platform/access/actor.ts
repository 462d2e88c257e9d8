import type { Role } from './roles.ts'
import type { TokenHash } from './token.ts'

/**
 * Who is acting. Nothing reads or writes without one: a request acts as the person who sent it, a job
 * as a named part of the system. A person is proven by the session's token and by nothing else: the
 * database itself looks up whose live session it opens, at the start of each transaction.
 */
export type Actor = { is: 'public' } | { is: 'system'; name: SystemName } | Person

interface Person {
  is: 'person'
  token: TokenHash
  /** By which it was decided that they may do this: when they have others by then, nothing is done. */
  roles?: readonly Role[]
}

/** The parts of the system that act on their own; each has its own row policies. */
export type SystemName = 'reference-loader' | 'demonstration'

export const thePublic: Actor = { is: 'public' }

/** The one spelling of an actor that the row policies of public records compare with. */
export const actorCode = (actor: Actor): string =>
  actor.is === 'system' ? `system:${actor.name}` : actor.is
