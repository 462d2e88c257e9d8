import type { Role } from '../access/roles.ts'

/** A live session and its holder, as they are at this moment. */
export interface Session {
  id: string
  /** A browser of a person, or a program of an agency. */
  kind: 'browser' | 'program'
  userId: string
  givenName: string
  familyName: string
  agencyId: string
  agency: string
  areaId: string
  /** Roles of the postings that hold now. */
  roles: readonly Role[]
  /** When a second factor was last shown; null when never. ISO, UTC. */
  provenAt: string | null
  idleSeconds: number
  /** When it ends whatever is done. ISO, UTC. */
  endsAt: string
}

/** How somebody was recognised. */
export type Means =
  | 'password and code'
  | 'password and passkey'
  | 'passkey'
  | 'identity provider'
  | 'demonstration'
  | 'token'
