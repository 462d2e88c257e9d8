import type { AllowedBy } from '../../../platform/audit/entry.ts'

/** Access that somebody took to a case and still has. */
export interface LiveGlass {
  brokenAt: string
  endsAt: string
}

/** Somebody who reaches a case, or is kept from it, for a reason that is on record. */
export interface ReachRow {
  is: 'named' | 'share' | 'glass' | 'block' | 'seal'
  id: string
  /** The colleague; null where a whole agency holds a share. */
  userId: string | null
  /** The agency that holds a share as a whole; null otherwise. */
  agencyId: string | null
  /** The person from whom somebody is blocked; null where it is the case, and otherwise. */
  personId: string | null
  who: string
  agency: string
  by: string
  since: string
  /** When it ends by itself; null where somebody must end it. */
  until: string | null
  /** When somebody ended it, or it ended by itself. */
  endedAt: string | null
  /** Legal basis of a share, person of a block, what a seal request wants. */
  about: string | null
}

/** Everything on record about who reaches a case, sorted for its page. */
export interface Reach {
  named: ReachRow[]
  shares: { live: ReachRow[]; past: ReachRow[] }
  /** Who broke the glass, also long ago. */
  glass: ReachRow[]
  blocks: ReachRow[]
  /** The open request to seal the case, or no longer. */
  seal: ReachRow | null
}

export function reachFrom(rows: readonly ReachRow[]): Reach {
  const kind = (is: ReachRow['is']) => rows.filter(row => row.is === is)
  const shares = kind('share')
  return {
    named: kind('named'),
    shares: {
      live: shares.filter(({ endedAt }) => endedAt === null),
      past: shares.filter(({ endedAt }) => endedAt !== null),
    },
    glass: kind('glass'),
    blocks: kind('block'),
    seal: kind('seal')[0] ?? null,
  }
}

/** With whom a case is shared: one person or a whole agency. */
export const holderOf = ({ who, agency, userId }: ReachRow): string =>
  userId === null ? agency : who

/** The glass that this user broke and that lives; null when there is none. */
export function ownGlassIn({ glass }: Reach, userId: string): LiveGlass | null {
  const own = glass.find(row => row.userId === userId)
  return own === undefined || own.until === null ? null : { brokenAt: own.since, endsAt: own.until }
}

/** Why somebody sees a case, after "You see it …". */
export const whyInWords: Readonly<Record<AllowedBy, string>> = {
  team: 'through your team',
  named: 'because you are named on it',
  share: 'because it is shared with you or with your agency',
  'force-wide': 'because your posting reaches the ordinary cases of the whole area',
  'break-glass': 'because you broke the glass',
  role: 'through your role',
}
