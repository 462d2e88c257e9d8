/** Forces, the declared group, and its members. */
import type { SourceForce, SourceInspection } from './source.ts'

/** The only row of the source that is not about one force; its note names the eight members. */
export const group = { slug: 'eight-forces-2014', name: 'Eight forces (2014 tranche)' }

/** Names and slugs as police.uk gives them; the method page documents both. */
const forcesSource = 'https://data.police.uk/docs/method/forces/'

export const forceRows = (forces: SourceForce[]): string[][] =>
  forces.map(force => [
    force.police_force_url_slug,
    force.force,
    force.country,
    force.region,
    force.ons_police_force_area_code,
    forcesSource,
  ])

/** Officers in post where the source gives them; blank = not found. Kept so that nothing is lost. */
export const officerRows = (forces: SourceForce[]): string[][] =>
  forces
    .filter(force => force.officers_fte_2025_03_31 !== '')
    .map(force => [
      force.police_force_url_slug,
      '2025-03-31',
      force.officers_fte_2025_03_31,
      force.officers_source_url,
    ])

export function memberRows(
  inspections: SourceInspection[],
  slugs: Map<string, string>,
): string[][] {
  const note = inspections.find(row => row.force === group.name)?.notes ?? ''
  const names = (note.split(';')[0] ?? '').split(', ')
  return names.map(name => [group.slug, slugs.get(name) ?? unknown(name)])
}

/** Slug of each force and of the group, by the name that the sources use. */
export const slugsByName = (forces: SourceForce[]): Map<string, string> =>
  new Map([
    ...forces.map(force => [force.force, force.police_force_url_slug] as const),
    [group.name, group.slug],
  ])

export function unknown(name: string): never {
  throw new Error(`The sources name "${name}", which is neither a force nor a declared group.`)
}
