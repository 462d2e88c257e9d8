import type { Reader } from '../../../platform/db/door.ts'
import type { ForceGroup } from './force-group.ts'

/** The declared groups with their members, in the order of the record. */
export async function forceGroups(tx: Reader): Promise<ForceGroup[]> {
  const rows = await tx
    .selectFrom('inspection.force_group as joined')
    .innerJoin('inspection.group_member as member', 'member.force_group', 'joined.slug')
    .innerJoin('inspection.force as force', 'force.slug', 'member.force')
    .select(['joined.slug', 'joined.name', 'force.name as member'])
    .orderBy('joined.position')
    .orderBy('force.position')
    .execute()
  const groups = Map.groupBy(rows, ({ slug }) => slug)
  return [...groups].map(([slug, members]) => ({
    slug,
    name: members[0]?.name ?? slug,
    members: members.map(({ member }) => member),
  }))
}

/** A named rule that joins the grades of a scale into two, shown wherever it is used. */
export interface Mapping {
  code: string
  title: string
  why: string
  sourceUrl: string
}

export async function gradeMappings(tx: Reader): Promise<Mapping[]> {
  const rows = await tx
    .selectFrom('inspection.mapping')
    .select(['code', 'title', 'why', 'source_url'])
    .orderBy('position')
    .execute()
  return rows.map(({ source_url, ...row }) => ({ ...row, sourceUrl: source_url }))
}
