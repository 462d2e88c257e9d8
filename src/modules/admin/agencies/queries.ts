import type { Reader } from '../../../platform/db/door.ts'
import type { Agency, Team } from './agency.ts'
import { isUuid } from '../../../methods/references/uuid.ts'

const agencyColumns = ['a.id', 'a.name', 'a.kind', 'a.stopped_at as stoppedAt'] as const

/** The agencies of the own area, by name. */
export const agencies = (tx: Reader): Promise<Agency[]> =>
  tx.selectFrom('access.agency as a').select(agencyColumns).orderBy('a.name').execute()

export async function agencyOf(tx: Reader, id: string): Promise<Agency | null> {
  if (!isUuid(id)) return null
  const found = await tx
    .selectFrom('access.agency as a')
    .select(agencyColumns)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** The teams of the own area, by agency and name. */
export const teams = (tx: Reader): Promise<Team[]> =>
  tx
    .selectFrom('access.team as t')
    .innerJoin('access.agency as a', 'a.id', 't.agency_id')
    .select(['t.id', 't.name', 't.agency_id as agencyId', 'a.name as agency'])
    .orderBy('a.name')
    .orderBy('t.name')
    .execute()
