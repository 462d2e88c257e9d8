/** Visits: one (force, kind, dates). Several rows of the source may tell of one visit. */
import { unknown } from './forces.ts'
import type { SourceInspection } from './source.ts'

type Dated = Pick<SourceInspection, 'force' | 'kind' | 'fieldwork_date' | 'publication_date'>

/** A name for the visit that people can read: force, kind, and when it was as far as it is known. */
export function visitId(row: Dated, slugs: Map<string, string>): string {
  const when = row.fieldwork_date || (row.publication_date && `published-${row.publication_date}`)
  return [slugs.get(row.force) ?? unknown(row.force), row.kind, when || 'undated']
    .join('-')
    .replaceAll('/', '-to-')
    .replaceAll(/[ ()]+/g, '-')
    .replace(/-$/, '')
}

export function visitRows(inspections: SourceInspection[], slugs: Map<string, string>): string[][] {
  const visits = new Map<string, string[]>()
  for (const row of inspections) {
    const id = visitId(row, slugs)
    const visit = [
      id,
      slugs.get(row.force) ?? unknown(row.force),
      row.kind,
      row.fieldwork_date,
      row.publication_date,
    ]
    const known = visits.get(id)
    if (known && known.join() !== visit.join()) throw new Error(`Two visits would be named ${id}.`)
    visits.set(id, visit)
  }
  return [...visits.values()]
}
