import type { Proposal } from '../proposals/proposal.ts'

/** An account of a person as lists show it. */
export interface User {
  id: string
  /** Given and family name. */
  name: string
  agencyId: string
  agency: string
  email: string | null
  /** Names of the roles of postings that hold now. */
  roles: readonly string[]
  closed: boolean
  /** Whether the whole agency is stopped. */
  stopped: boolean
  /** When the invitation that was not taken up yet was made, and until when it holds; ISO, UTC. */
  invitedAt: string | null
  invitedUntil: string | null
  /** Whether a second administrator has agreed to it. */
  invitedByTwo: boolean | null
}

export interface Posting {
  id: string
  role: string
  team: string
  agency: string
  forceWide: boolean
  /** ISO, UTC. */
  from: string
  until: string | null
  holds: boolean
  /** Who gave it; null where the program made it with the first administrator. */
  postedBy: string | null
  /** The second administrator; null where the program made it. */
  agreedBy: string | null
}

export interface LiveSession {
  means: string
  /** ISO, UTC. */
  beganAt: string
  seenAt: string
}

/** What stands in the way of somebody's getting in or working, or that nothing does. */
export type State = 'closed' | 'agency stopped' | 'invited' | 'no posting' | 'live'

export const statesOf = (user: User): readonly State[] => {
  if (user.closed) return ['closed']
  if (user.stopped) return ['agency stopped']
  const states: State[] = []
  if (user.invitedAt !== null) states.push('invited')
  if (user.roles.length === 0) states.push('no posting')
  return states.length === 0 ? ['live'] : states
}

/** An account with everything that its page shows. */
export interface UserModel {
  user: User
  postings: readonly Posting[]
  sessions: readonly LiveSession[]
  /** What waits for a second administrator. */
  waiting: readonly Proposal[]
  /** Whether it is the own account of whoever looks. */
  isOneself: boolean
}
