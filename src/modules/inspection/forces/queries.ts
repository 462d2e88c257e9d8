import type { Reader } from '../../../platform/db/door.ts'
import { periodOf } from '../history/rows.ts'
import type { Force } from '../programme/force.ts'
import type { Point } from '../record/visit.ts'
import type { Timescale } from './due.ts'

/** The force with this slug in addresses, or undefined. */
export const forceCalled = (tx: Reader, slug: string): Promise<Force | undefined> =>
  tx
    .selectFrom('inspection.force')
    .select(['slug', 'name', 'country', 'region'])
    .where('slug', '=', slug)
    .executeTakeFirst()

/** What inspectors asked of a force or criticised, in the order of the record. */
export async function pointsOf(tx: Reader, force: string): Promise<Point[]> {
  const rows = await points(tx).where('force', '=', force).execute()
  return rows.map(pointOf)
}

/** The same of every force. */
export async function allPoints(tx: Reader): Promise<Point[]> {
  return (await points(tx).execute()).map(pointOf)
}

const points = (tx: Reader) =>
  tx
    .selectFrom('inspection.point')
    .select([
      'force',
      'published_text',
      'published_from',
      'published_to',
      'published_precision',
      'event',
      'timescale',
      'summary',
      'area',
      'basis',
      'status',
      'source_url',
    ])
    .orderBy('position')

type PointRow = Awaited<ReturnType<ReturnType<typeof points>['executeTakeFirstOrThrow']>>

const pointOf = (row: PointRow): Point => ({
  subject: row.force,
  published: periodOf(row, 'published'),
  event: row.event,
  timescale: row.timescale as Point['timescale'],
  summary: row.summary,
  area: row.area,
  basis: row.basis as Point['basis'],
  status: row.status,
  sourceUrl: row.source_url,
})

/** How the timescales of inspectors become days. */
export async function inspectionTimescales(tx: Reader): Promise<Timescale[]> {
  const rows = await tx
    .selectFrom('inspection.timescale')
    .select(['code', 'words', 'unit', 'amount', 'rule', 'source_url'])
    .orderBy('position')
    .execute()
  return rows.map(({ unit, source_url, ...row }) => ({
    ...row,
    unit: unit as Timescale['unit'],
    sourceUrl: source_url,
  }))
}

/** Forces that a declared group is made of, by the slug of the group. */
export async function groupsOf(
  tx: Reader,
  force: string,
): Promise<{ slug: string; name: string }[]> {
  return tx
    .selectFrom('inspection.group_member as member')
    .innerJoin('inspection.force_group as joined', 'joined.slug', 'member.force_group')
    .select(['joined.slug', 'joined.name'])
    .where('member.force', '=', force)
    .orderBy('joined.position')
    .execute()
}
