import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'

/** Somebody whom findings keep from breaking the glass. */
export interface Kept {
  userId: string
  who: string
  agency: string
  /** How many findings count against them. */
  found: number
  /** When the latest was made. */
  latest: string
  /** Whether whoever reads this is that person, or in their line, and so may not lift it. */
  inLine: boolean
}

/** Whom findings keep from breaking the glass, to a standards auditor of the area; by name. */
export const keptFromGlass = (tx: Reader): Promise<Kept[]> =>
  tx
    .selectFrom(
      sql<{ user_id: string; found: number; latest: string }>`casework.kept_from_glass_here()`.as(
        'k',
      ),
    )
    .innerJoin('access.user_account as u', 'u.id', 'k.user_id')
    .innerJoin('access.agency as a', 'a.id', 'u.agency_id')
    .select([
      'k.user_id as userId',
      sql<string>`u.given_name || ' ' || u.family_name`.as('who'),
      'a.name as agency',
      'k.found',
      'k.latest',
      sql<boolean>`access.in_line(k.user_id, access.user_id())`.as('inLine'),
    ])
    .orderBy('u.family_name')
    .orderBy('u.given_name')
    .orderBy('k.user_id')
    .execute()

/** That somebody may break the glass again: by whom, when and why. */
export interface Lift {
  who: string
  by: string
  liftedAt: string
  why: string
}

/** The newest 20, to a standards auditor of the area. */
export const liftsOfGlass = (tx: Reader): Promise<Lift[]> =>
  tx
    .selectFrom('casework.glass_lift as l')
    .innerJoin('access.user_account as u', 'u.id', 'l.user_id')
    .innerJoin('access.user_account as b', 'b.id', 'l.lifted_by')
    .select([
      sql<string>`u.given_name || ' ' || u.family_name`.as('who'),
      sql<string>`b.given_name || ' ' || b.family_name`.as('by'),
      'l.lifted_at as liftedAt',
      'l.why',
    ])
    .orderBy('l.lifted_at', 'desc')
    .orderBy('l.id')
    .limit(20)
    .execute()

export type Lifted = 'done' | 'absent' | 'own line' | 'not kept'

/** Lets somebody break the glass again; what was found before counts no more. */
export async function liftGlass(tx: Writer, userId: string, why: string): Promise<Lifted> {
  const { rows } = await sql<{ outcome: Lifted }>`
    select casework.lift_glass(${userId}, ${why}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
