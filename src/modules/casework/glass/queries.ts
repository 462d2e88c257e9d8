import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { LiveGlass } from '../reach/reach.ts'
import type { GlassForm } from './form.ts'

export interface GlassRules {
  /** How long a broken glass gives access. */
  minutes: number
  /** How many times in an hour one person may try. */
  tries: number
  /** How many findings that it was not justified, within 12 months, keep somebody from it. */
  limit: number
  /** Whom to ask, where findings keep whoever reads this from breaking the glass; null where none do. */
  kept: { ask: readonly string[] } | null
}

/** The rules as they are set now. */
export async function glassRules(tx: Reader): Promise<GlassRules> {
  const set = await tx
    .selectFrom('platform.setting')
    .select(['name', 'value'])
    .where('name', 'in', ['break-glass', 'break-glass-tries', 'glass-unjustified-limit'])
    .execute()
  const valueOf = (name: string) => set.find(one => one.name === name)?.value ?? 0
  return {
    minutes: valueOf('break-glass'),
    tries: valueOf('break-glass-tries'),
    limit: valueOf('glass-unjustified-limit'),
    kept: await keptFrom(tx),
  }
}

async function keptFrom(tx: Reader): Promise<GlassRules['kept']> {
  const found = await tx
    .selectNoFrom(sql<boolean>`casework.am_kept_from_glass()`.as('isKept'))
    .executeTakeFirst()
  return found?.isKept === true ? { ask: await thoseWhoLift(tx) } : null
}

/** Names of ten standards auditors of the area outside the line of whoever acts. */
async function thoseWhoLift(tx: Reader): Promise<string[]> {
  const found = await tx
    .selectFrom('access.user_account as u')
    .innerJoin('access.agency as a', 'a.id', 'u.agency_id')
    .where('u.disabled_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access.posting p where p.user_id = u.id and p.role = 'standards-auditor'
        and p.from_at <= now() and (p.until_at is null or p.until_at > now()))
        and not access.in_line(u.id, access.user_id())`,
    )
    .select(sql<string>`u.given_name || ' ' || u.family_name || ', ' || a.name`.as('said'))
    .orderBy('u.family_name')
    .orderBy('u.given_name')
    .limit(10)
    .execute()
  return found.map(({ said }) => said)
}

/** What whoever acts has given as a reason before. */
export async function ownReasons(tx: Reader, userId: string): Promise<string[]> {
  const given = await tx
    .selectFrom('casework.glass')
    .select('reason')
    .where('user_id', '=', userId)
    .execute()
  return given.map(({ reason }) => reason)
}

/** How many tries whoever acts has left this hour; another try of theirs waits until this one is over. */
export async function triesLeft(tx: Writer): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select casework.glass_tries_left() as "left"`.execute(tx)
  return rows[0]?.left ?? 0
}

/** The case that was broken into; null for what is absent, sealed or blocked, alike. */
export async function breakGlass(
  tx: Writer,
  { reference, category, reason }: GlassForm,
  reviewBy: string,
): Promise<{ caseId: string } | null> {
  const { rows } = await sql<{ glass: string | null }>`
    select casework.break_glass(${reference}, ${category}, ${reason}, ${reviewBy}) as glass`.execute(
    tx,
  )
  const [made] = rows
  if (made === undefined || made.glass === null) return null
  const found = await tx
    .selectFrom('casework.glass')
    .select('case_id as caseId')
    .where('id', '=', made.glass)
    .executeTakeFirst()
  return found ?? null
}

/** The glass of whoever reads that lives on one of these cases, the one that ends last; null for none. */
export async function ownGlassOn(
  tx: Reader,
  caseIds: readonly string[],
  userId: string,
): Promise<LiveGlass | null> {
  if (caseIds.length === 0) return null
  const found = await tx
    .selectFrom('casework.glass as g')
    .innerJoin('access.lease as l', 'l.id', 'g.lease_id')
    .where('g.case_id', 'in', caseIds)
    .where('g.user_id', '=', userId)
    .where('l.ended_at', 'is', null)
    .where(sql<boolean>`l.until_at > clock_timestamp()`)
    .select(['g.broken_at as brokenAt', 'l.until_at as endsAt'])
    .orderBy('l.until_at', 'desc')
    .executeTakeFirst()
  return found ?? null
}
