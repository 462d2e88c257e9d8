import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { Sensitivity } from '../cases/case.ts'

/** What somebody asked a second person to agree to, and what became of it. */
export interface SealRequest {
  id: string
  wanted: Sensitivity
  why: string
  askedBy: string
  asker: string
  askedAt: string
  decider: string | null
  agreed: boolean | null
}

/** The newest request about a case, decided or not; null when nobody ever asked. */
export async function newestSealRequest(tx: Reader, caseId: string): Promise<SealRequest | null> {
  const found = await tx
    .selectFrom('casework.seal_request as r')
    .innerJoin('access.user_account as u', 'u.id', 'r.asked_by')
    .leftJoin('access.user_account as d', 'd.id', 'r.decided_by')
    .where('r.case_id', '=', caseId)
    .select([
      'r.id',
      sql<Sensitivity>`r.wanted`.as('wanted'),
      'r.why',
      'r.asked_by as askedBy',
      'r.asked_at as askedAt',
      'r.agreed',
      sql<string>`u.given_name || ' ' || u.family_name`.as('asker'),
      sql<string | null>`d.given_name || ' ' || d.family_name`.as('decider'),
    ])
    .orderBy('r.asked_at', 'desc')
    .executeTakeFirst()
  return found ?? null
}

/** Asks for a second person's word; false when the case is not theirs, or somebody has asked already. */
export async function askSeal(
  tx: Writer,
  caseId: string,
  { wanted, why }: { wanted: Sensitivity; why: string },
): Promise<boolean> {
  const { rows } = await sql<{ asked: string | null }>`
    select casework.ask_seal(${caseId}, ${wanted}, ${why}) as asked`.execute(tx)
  return typeof rows[0]?.asked === 'string'
}

export type Decided = 'done' | 'absent' | 'own request'

/** The second person agrees, or does not. */
export async function decideSeal(tx: Writer, requestId: string, agree: boolean): Promise<Decided> {
  const { rows } = await sql<{ outcome: Decided }>`
    select casework.decide_seal(${requestId}, ${agree}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}

/** Names of those who could decide a request about this case, without whoever asks. */
export async function otherSupervisors(
  tx: Reader,
  one: { id: string; teamId: string; sensitivity: Sensitivity },
  userId: string,
): Promise<string[]> {
  const found = await tx
    .selectFrom('access.user_account as u')
    .where('u.id', '<>', userId)
    .where('u.disabled_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access.posting p where p.user_id = u.id and p.role = 'supervisor'
        and p.from_at <= now() and (p.until_at is null or p.until_at > now())
        and ((${one.sensitivity} = 'ordinary' and p.team_id = ${one.teamId} and not p.force_wide) or exists (
          select from casework.named_person n where n.case_id = ${one.id} and n.user_id = u.id and n.ended_at is null)))`,
    )
    .where(
      sql<boolean>`not exists (select from casework.block b where b.user_id = u.id and b.ended_at is null and (
        b.case_id = ${one.id} or b.person_id in (
          select cp.person_id from casework.case_person cp where cp.case_id = ${one.id})))`,
    )
    .select(sql<string>`u.given_name || ' ' || u.family_name`.as('name'))
    .orderBy('name')
    .execute()
  return found.map(({ name }) => name)
}
