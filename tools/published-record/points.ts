/** What inspectors asked for or criticised. */
import { unknown } from './forces.ts'
import type { SourceRecommendation } from './source.ts'

export const pointRows = (rows: SourceRecommendation[], slugs: Map<string, string>): string[][] =>
  rows.map(row => [
    slugs.get(row.force) ?? unknown(row.force),
    row.publication_date,
    row.event_if_undated,
    row.timescale,
    row.summary,
    row.area,
    row.basis,
    row.published_status,
    row.source_url,
  ])
