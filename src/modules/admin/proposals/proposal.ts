/** What one administrator wants to give, and a second has to agree to. */
export interface Proposal {
  id: string
  kind: 'posting' | 'invitation' | 'token' | 'opening' | 'admission'
  /** Waiting, or what became of it; void when whoever proposed is no administrator any more. */
  state: 'waiting' | 'agreed' | 'declined' | 'withdrawn' | 'ended' | 'lapsed' | 'void'
  /** Whom it is for: an account, or the agency that is let in again. */
  userId: string | null
  agencyId: string | null
  /** Name of the person, program or agency. */
  whom: string
  /** The agency of that person or program. */
  agency: string | null
  /** Of a posting. */
  role: string | null
  team: string | null
  forceWide: boolean
  /** ISO, UTC. */
  until: string | null
  /** Of a token: how many days it lasts. */
  days: number | null
  proposer: string
  /** ISO, UTC. */
  proposedAt: string
  lapsesAt: string
  decider: string | null
  decidedAt: string | null
  /** Why a second administrator did not agree. */
  reason: string | null
  /** Whether whoever looks proposed it, or may decide it. */
  isOwn: boolean
  mayDecide: boolean
}

/** Where it is decided. */
export const proposalPlace = ({ id }: Pick<Proposal, 'id'>): string => `/admin/waiting/${id}`

/** The ids that an entry of the log about it holds. */
export const subjectsOf = ({ userId, agencyId }: Proposal): string[] =>
  [userId, agencyId].filter(id => id !== null)
