import type { AllowedBy } from '../platform/audit/entry.ts'
import type { Role } from '../platform/access/roles.ts'
import type * as Row from './rows.ts'

/** What decides who reaches a case. */
export interface ReachFacts {
  teams: readonly Row.Team[]
  users: readonly Row.User[]
  postings: readonly Row.Posting[]
  leases: readonly Row.Lease[]
  casePersons: readonly Row.CasePerson[]
  named: readonly Row.NamedPerson[]
  shares: readonly Row.Share[]
  blocks: readonly Row.Block[]
  glass: readonly Row.Glass[]
}

/** What let this user reach this case at this moment; null where nothing did. */
export type Reach = (user: string, onCase: Row.Case, moment: string) => AllowedBy | null

/** Roles that reach cases of their team, and those that reach what is shared; as access.role has them. */
export const teamRoles: readonly string[] = [
  'investigator',
  'supervisor',
  'analyst',
] satisfies Role[]
export const shareRoles: readonly string[] = [...teamRoles, 'practitioner' satisfies Role]

/**
 * The rules of access once more, in plain words over the plan and for any moment: the history is
 * made by them, and a test compares them with what the database shows to each user.
 */
export function reachIn(facts: ReachFacts): Reach {
  const agencyOf = new Map(facts.teams.map(({ id, agency_id }) => [id, agency_id]))
  const postingsOf = Map.groupBy(facts.postings, one => one.user_id)
  const isClosed = closedIn(facts)
  const isBlocked = blockedIn(facts)
  const leasesOf = leasesIn(facts)
  return (user, onCase, moment) => {
    if (isClosed(user, moment) || isBlocked(user, onCase, moment)) return null
    const posted = (postingsOf.get(user) ?? []).filter(one => lives(one, moment))
    const sharing = posted.filter(({ role }) => shareRoles.includes(role))
    if (sharing.length === 0) return null
    const agencies = sharing.map(({ team_id }) => agencyOf.get(team_id))
    const held = leasesOf(onCase, moment).filter(({ holder_user, holder_agency }) =>
      holder_user === null ? agencies.includes(holder_agency ?? '') : holder_user === user,
    )
    const ways = {
      ...waysByPosting(posted, onCase),
      named: isNamed(facts, user, onCase, moment),
      share: held.some(({ kind }) => kind === 'share'),
      'break-glass': held.some(({ kind }) => kind === 'break-glass'),
    }
    return narrowestFirst.find(way => ways[way]) ?? null
  }
}

const narrowestFirst = ['team', 'named', 'share', 'force-wide', 'break-glass'] as const

/** Through the own team, or through the whole area, to ordinary cases. */
function waysByPosting(posted: readonly Row.Posting[], onCase: Row.Case) {
  const working = posted.filter(({ role }) => teamRoles.includes(role))
  const reaches = onCase.sensitivity === 'ordinary' ? working : []
  return {
    team: reaches.some(one => one.team_id === onCase.team_id && !one.force_wide),
    'force-wide': reaches.some(one => one.force_wide),
  }
}

const isNamed = ({ named }: ReachFacts, user: string, { id }: Row.Case, moment: string): boolean =>
  named.some(one => one.case_id === id && one.user_id === user && one.named_at <= moment)

const lives = (
  { from_at, until_at }: { from_at: string; until_at: string | null },
  moment: string,
): boolean => from_at <= moment && (until_at === null || until_at > moment)

const closedIn =
  ({ users }: ReachFacts) =>
  (user: string, moment: string): boolean =>
    users.some(
      ({ id, disabled_at }) => id === user && disabled_at !== null && disabled_at <= moment,
    )

function blockedIn({ blocks, casePersons }: ReachFacts) {
  const peopleOf = Map.groupBy(casePersons, one => one.case_id)
  return (user: string, { id }: Row.Case, moment: string): boolean =>
    blocks.some(
      one =>
        one.user_id === user &&
        one.blocked_at <= moment &&
        (one.case_id === id ||
          (peopleOf.get(id) ?? []).some(({ person_id }) => person_id === one.person_id)),
    )
}

/** The leases of a case that live; a restricted case lets in people only, a sealed one nobody. */
function leasesIn({ leases, shares, glass }: ReachFacts) {
  const leaseOf = new Map(leases.map(lease => [lease.id, lease]))
  const ofCase = Map.groupBy([...shares, ...glass], one => one.case_id)
  return ({ id, sensitivity }: Row.Case, moment: string): Row.Lease[] =>
    (ofCase.get(id) ?? []).flatMap(({ lease_id }) => {
      const lease = leaseOf.get(lease_id)
      if (lease === undefined || sensitivity === 'sealed' || !lives(lease, moment)) return []
      if (lease.ended_at !== null && lease.ended_at <= moment) return []
      return sensitivity === 'restricted' && lease.holder_user === null ? [] : [lease]
    })
}
