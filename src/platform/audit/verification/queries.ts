import type { Snapshot } from '../../db/snapshot.ts'
import type { EntryRow } from '../body.ts'
import type { Area, KeptTree } from '../sequencer/queries.ts'

/** A place in the tree with the entry that it names; all of the entry's columns are null where it is gone. */
export type PlacedRow = { readonly index: number; readonly hash: Buffer } & (
  EntryRow | { readonly id: null }
)

export const readAreas = (log: Snapshot): Promise<Area[]> =>
  log.rows<Area>('select id, slug from audit.areas()')

/** The places of an area from `from` to before `until`, in order. */
export const placedRows = (
  log: Snapshot,
  area: string,
  { from, until }: { from: number; until: number },
): AsyncGenerator<PlacedRow[]> => log.stream<PlacedRow>(placesText, [area, from, until])

export const keptTrees = (log: Snapshot, area: string): AsyncGenerator<KeptTree[]> =>
  log.stream<KeptTree>(checkpointsText, [area])

/** Entries without a place: those that wait for one, and those that every later one has overtaken. */
export async function countUnplaced(
  log: Snapshot,
  area: string,
): Promise<{ waiting: number; overtaken: number }> {
  const [counted] = await log.rows<{ waiting: number; overtaken: number }>(unplacedText, [area])
  return counted ?? { waiting: 0, overtaken: 0 }
}

const placesText = `
  select l.index, l.hash, e.id, e.area_id, e.at, e.xid, e.class, e.verb, e.outcome, e.user_id,
    e.session_id, e.request_id, e.case_id, e.person_id, e.subjects, e.asked, e.allowed_by, e.purpose,
    e.recipient, e.codes, e.sought
  from audit.leaf l left join audit.entry e on e.id = l.entry_id
  where l.area_id = $1 and l.index >= $2 and l.index < $3 order by l.index`

const checkpointsText = `
  select number, size, range, note from audit.checkpoint where area_id = $1 order by number`

/**
 * The sequencer takes entries in the order of their transactions, so that an earlier one is never left
 * behind: save after a restore from another cluster, whose transactions have other numbers (as audit.waiting).
 */
const unplacedText = `
  select count(*) filter (where e.xid >= since.xid) as waiting,
    count(*) filter (where e.xid < since.xid) as overtaken
  from audit.entry e, lateral (
    select coalesce((
      select last.xid from (
        select n.xid from audit.leaf l join audit.entry n on n.id = l.entry_id
        where l.area_id = $1 order by l.index desc limit 1) last
      where last.xid < pg_snapshot_xmax(pg_current_snapshot())), '0'::xid8) as xid) since
  where e.area_id = $1 and not exists (select from audit.leaf l where l.entry_id = e.id)`
