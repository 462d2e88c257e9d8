import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import type { Download, ExportRequest, ExportRules } from './export.ts'

export async function exportRules(tx: Reader): Promise<ExportRules> {
  const set = await tx
    .selectFrom('platform.setting')
    .select(['name', 'value'])
    .where('name', 'in', ['export-rows', 'export-rows-a-day', 'export-lasts', 'export-downloads'])
    .execute()
  const valueOf = (name: string) => set.find(one => one.name === name)?.value ?? 0
  return {
    rows: valueOf('export-rows'),
    aDay: valueOf('export-rows-a-day'),
    hours: valueOf('export-lasts'),
    times: valueOf('export-downloads'),
  }
}

/** Requests that whoever reads may see, newest first: all, one, or those after one. */
export async function exportRequests(
  tx: Reader,
  { id, after, most }: { id?: string; after?: string; most: number },
): Promise<ExportRequest[]> {
  const rows = await tx
    .selectFrom('casework.export_request as r')
    .innerJoin('access.user_account as u', 'u.id', 'r.asked_by')
    .innerJoin('access.agency as a', 'a.id', 'u.agency_id')
    .leftJoin('access.user_account as d', 'd.id', 'r.decided_by')
    .leftJoin('access.team as t', 't.id', 'r.team_id')
    .leftJoin('casework.export_name as n', 'n.request_id', 'r.id')
    .$if(id !== undefined, q => q.where('r.id', '=', id ?? ''))
    .$if(after !== undefined, q =>
      q.where(
        sql<boolean>`(r.asked_at, r.id) < (select l.asked_at, l.id from casework.export_request l where l.id = ${after})`,
      ),
    )
    .select([
      'r.id',
      'r.state',
      'r.type',
      'r.team_id',
      'r.sensitivity',
      'r.own',
      'n.name',
      'n.whole',
    ])
    .select([
      'r.by_name as byName',
      't.name as team',
      'r.purpose',
      'r.why',
      'r.counted',
      'r.reason',
      'r.agreed',
    ])
    .select([
      'r.asked_by as askedBy',
      'r.asked_at as askedAt',
      'r.lapses_at as lapsesAt',
      'a.name as agency',
    ])
    .select(['r.decided_by as decidedBy', 'r.decided_at as decidedAt', 'r.until_at as untilAt'])
    .select([
      sql<string>`u.given_name || ' ' || u.family_name`.as('asker'),
      sql<string | null>`d.given_name || ' ' || d.family_name`.as('decider'),
      sql<boolean>`coalesce(r.until_at, r.lapses_at) <= clock_timestamp()`.as('isLate'),
      sql<
        Download[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('takenAt', l.taken_at, 'cases', l.cases,
          'digest', encode(l.digest, 'hex')) order by l.taken_at), '[]')
        from casework.export_download l where l.request_id = r.id)`.as('downloads'),
    ])
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ state, type, team_id, sensitivity, own, name, whole, purpose, ...rest }) => ({
    ...rest,
    purpose: purpose as ExportRequest['purpose'],
    asked: {
      name: name ?? '',
      exact: whole === true ? 'yes' : '',
      state: state as ExportRequest['asked']['state'],
      type: type as ExportRequest['asked']['type'],
      team: team_id ?? '',
      own: own ? 'yes' : '',
      sensitivity: sensitivity as ExportRequest['asked']['sensitivity'],
    },
  }))
}

/** The request with this id, to whoever may see it; null for all others, and where there is none. */
export async function exportRequest(tx: Reader, id: string): Promise<ExportRequest | null> {
  const [found] = await exportRequests(tx, { id, most: 1 })
  return found ?? null
}
