/** A member of the partnership. */
export interface Agency {
  id: string
  name: string
  kind: string
  /** From when on nobody of it gets in; ISO, UTC. */
  stoppedAt: string | null
}

export interface Team {
  id: string
  name: string
  agencyId: string
  agency: string
}
