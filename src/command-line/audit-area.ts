import type { Area } from '../platform/audit/sequencer/queries.ts'
import { readAreas } from '../platform/audit/verification/queries.ts'
import { inSnapshot } from '../platform/db/snapshot.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { Logs } from './audit-logs.ts'

/** The area that `--area` names. */
export async function areaNamed({ owner }: Logs, slug: string | undefined): Promise<Area> {
  const areas = await inSnapshot(owner, readAreas)
  const area = areas.find(each => each.slug === slug)
  if (area !== undefined) return area
  throw new Refusal(
    'UNKNOWN_COMMAND',
    `Name the area whose log you mean: --area ${areas.map(each => each.slug).join(' or --area ')}.`,
  )
}
