import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { reachFrom, type Reach, type ReachRow } from './reach.ts'

/**
 * Who reaches a case and who is kept from it, as far as whoever asks may know: blocks and the request
 * to seal only where the case may be changed. Of the shares the 40 that end last, of broken glass the
 * newest 10; when it ends only its holder sees.
 */
export async function reachOf(tx: Reader, { id }: { id: string }): Promise<Reach> {
  const rows = await tx
    .selectFrom(sql<RecordedRow>`casework.reach_on(${id})`.as('r'))
    .select([
      'r.kind as is',
      'r.id',
      'r.holder_id as userId',
      'r.agency_id as agencyId',
      'r.person_id as personId',
      'r.since',
      'r.until_at as until',
      'r.ended_at as endedAt',
      'r.about',
      'r.who',
      'r.agency',
      'r.by_whom as by',
    ])
    .orderBy('r.since', 'desc')
    .orderBy('r.id')
    .execute()
  return reachFrom(rows)
}

interface RecordedRow {
  kind: ReachRow['is']
  id: string
  holder_id: string | null
  agency_id: string | null
  person_id: string | null
  since: string
  until_at: string | null
  ended_at: string | null
  about: string | null
  who: string
  agency: string
  by_whom: string
}
