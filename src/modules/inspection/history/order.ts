import type { Period, Visit, VisitKind } from '../record/visit.ts'

/**
 * The order in which visits to one force happened: by fieldwork, else by publication. A visit with
 * no date at all follows what it must have followed (a review comes after an inspection), so it is
 * put at the end of the first inspection's visits, in the order of the record.
 */
export function inOrderOfTime<Item extends { visit: Visit }>(items: readonly Item[]): Item[] {
  const dated = items.filter(({ visit }) => whenOf(visit) !== null)
  const undated = items.filter(({ visit }) => whenOf(visit) === null)
  const sorted = dated.toSorted(
    (one, other) =>
      compareDays(whenOf(one.visit), whenOf(other.visit)) ||
      kindOrder[one.visit.kind] - kindOrder[other.visit.kind],
  )
  const first = sorted[0]?.visit.id
  const follows = sorted.findIndex(({ visit }) => visit.id !== first && visit.kind === 'inspection')
  const at = follows === -1 ? sorted.length : follows
  return [...sorted.slice(0, at), ...undated, ...sorted.slice(at)]
}

/** Fieldwork where it is known, else publication; null where neither was found. */
export const whenOf = (visit: Visit): Period | null => visit.fieldwork ?? visit.published

const kindOrder: Record<VisitKind, number> = {
  inspection: 0,
  joint: 1,
  're-inspection': 2,
  'post-inspection review': 3,
  'quarterly update': 4,
}

const compareDays = (one: Period | null, other: Period | null): number =>
  one === null || other === null ? 0 : Temporal.PlainDate.compare(one.from, other.from)
