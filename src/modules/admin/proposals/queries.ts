import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import type { Proposal } from './proposal.ts'

/** Every proposal of the own area, as `me` sees it. */
const proposals = (me: string) => sql<Proposal>`(
  select p.id, p.kind, access.proposal_state(p.outcome, p.lapses_at, p.proposed_by) as state,
    p.user_id as "userId", p.agency_id as "agencyId",
    coalesce(trim(u.given_name || ' ' || u.family_name), a.name) as whom, g.name as agency,
    r.name as role, t.name || ', ' || tg.name as team, coalesce(p.force_wide, false) as "forceWide",
    p.until_at as until, p.days, trim(b.given_name || ' ' || b.family_name) as proposer,
    p.proposed_at as "proposedAt", p.lapses_at as "lapsesAt",
    trim(d.given_name || ' ' || d.family_name) as decider, p.decided_at as "decidedAt", p.reason,
    p.proposed_by = ${me} as "isOwn",
    p.proposed_by <> ${me} and p.user_id is distinct from ${me}
      and (p.user_id is null or not access.in_line(p.user_id, ${me})) as "mayDecide"
  from access.proposal p
  join access.user_account b on b.id = p.proposed_by
  left join access.user_account u on u.id = p.user_id
  left join access.agency g on g.id = u.agency_id
  left join access.agency a on a.id = p.agency_id
  left join access.role r on r.code = p.role
  left join access.team t on t.id = p.team_id
  left join access.agency tg on tg.id = t.agency_id
  left join access.user_account d on d.id = p.decided_by)`

const asSeenBy = (tx: Reader, me: string) => tx.selectFrom(proposals(me).as('p')).selectAll()

/** All that waits, the oldest first. */
export const waiting = (tx: Reader, me: string): Promise<Proposal[]> =>
  asSeenBy(tx, me).where('state', '=', 'waiting').orderBy('proposedAt').orderBy('id').execute()

/** What waits about one account. */
export const waitingFor = (tx: Reader, me: string, userId: string): Promise<Proposal[]> =>
  asSeenBy(tx, me)
    .where('state', '=', 'waiting')
    .where('userId', '=', userId)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()

/** The last ones that wait no more, the newest first. */
export const settledLately = (tx: Reader, me: string): Promise<Proposal[]> =>
  asSeenBy(tx, me)
    .where('state', '<>', 'waiting')
    .orderBy('proposedAt', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()

export async function proposalOf(tx: Reader, me: string, id: string): Promise<Proposal | null> {
  if (!isUuid(id)) return null
  return (await asSeenBy(tx, me).where('id', '=', id).executeTakeFirst()) ?? null
}

/** How many wait for the word of `me`. */
export async function waitingForMe(tx: Reader, me: string): Promise<number> {
  const row = await tx
    .selectFrom(proposals(me).as('p'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .where('mayDecide', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Names of the administrators who could agree to something for `whom`, without `me`. */
export async function whoCouldAgree(
  tx: Reader,
  me: string,
  whom: string | null = null,
): Promise<string[]> {
  const found = await tx
    .selectFrom('access.user_account as u')
    .where('u.id', '<>', me)
    .where(sql<boolean>`u.id is distinct from ${whom}::uuid`)
    .where(sql<boolean>`access.administrates(u.id)`)
    .where(sql<boolean>`(${whom}::uuid is null or not access.in_line(u.id, ${whom}::uuid))`)
    .select(sql<string>`trim(u.given_name || ' ' || u.family_name)`.as('name'))
    .orderBy('name')
    .execute()
  return found.map(({ name }) => name)
}
