/** A program of an agency that uses the API. */
export interface Program {
  id: string
  name: string
  agency: string
  /** The teams that it is posted to now. */
  teams: readonly string[]
  closed: boolean
}

export interface LiveToken {
  id: string
  programId: string
  /** ISO, UTC. */
  madeAt: string
  usedAt: string
  endsAt: string
}

/** For how many days a token may last. */
export const lifetimes = ['7', '30', '60', '90'] as const
