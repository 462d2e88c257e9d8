/**
 * Who is acting. Nothing reads or writes without one: a request acts as the person who sent it,
 * a job as a named part of the system. People arrive with sign-in; until then requests are public.
 */
export type Actor = { is: 'public' } | { is: 'system'; name: SystemName }

/** The parts of the system that act on their own; each has its own row policies. */
export type SystemName = 'reference-loader'

export const thePublic: Actor = { is: 'public' }

/** The one spelling of an actor that the database's row policies compare with. */
export const actorCode = (actor: Actor): string =>
  actor.is === 'public' ? 'public' : `system:${actor.name}`
