import type { Graded } from '../grading/graded.ts'
import { inOrderOfTime, whenOf } from '../history/order.ts'
import type { AreaGrade, Period, Visit } from '../record/visit.ts'
import { findingOf, type Finding } from './finding.ts'
import type { Force } from './force.ts'
import type { ProgrammeForm } from './form.ts'

/** One force in the programme: when it was inspected and reviewed, and what was found last. */
export interface ForceRow {
  force: Force
  visits: Visit[]
  firstInspected: Period | null
  latest: Visit | null
  /** The latest visit that published figures, and what it found. */
  found: { visit: Visit; finding: Finding } | null
}

/** All forces with their visits, forces in the order given. */
export function programmeOf(
  forces: readonly Force[],
  graded: readonly Graded[],
  areas: readonly AreaGrade[],
): ForceRow[] {
  const bySubject = Map.groupBy(graded, ({ visit }) => visit.subject)
  const areasByVisit = Map.groupBy(areas, area => area.visitId)
  return forces.map(force => rowOf(force, bySubject.get(force.slug) ?? [], areasByVisit))
}

function rowOf(
  force: Force,
  graded: readonly Graded[],
  areas: ReadonlyMap<string, readonly AreaGrade[]>,
): ForceRow {
  const ordered = inOrderOfTime(graded)
  const visits = [...new Map(ordered.map(({ visit }) => [visit.id, visit])).values()]
  const findings = visits.flatMap(visit => {
    const results = ordered.filter(one => one.visit.id === visit.id).map(({ result }) => result)
    const finding = findingOf(results, areas.get(visit.id) ?? [])
    return finding === null ? [] : [{ visit, finding }]
  })
  const first = visits.find(visit => visit.kind === 'inspection')
  return {
    force,
    visits,
    firstInspected: first === undefined ? null : whenOf(first),
    latest: visits.findLast(visit => whenOf(visit) !== null) ?? null,
    found: findings.at(-1) ?? null,
  }
}

/** The rows that a person asked for, in the order asked for. */
export function chosen(rows: readonly ForceRow[], asked: ProgrammeForm): ForceRow[] {
  const name = asked.name.toLocaleLowerCase('en-GB')
  return rows
    .filter(({ force }) => force.name.toLocaleLowerCase('en-GB').includes(name))
    .filter(({ force }) => asked.region === '' || force.region === asked.region)
    .filter(row => asked.found === '' || kindOfFinding(row) === asked.found)
    .filter(({ visits }) => asked.year === '' || visits.some(visit => wasIn(visit, asked.year)))
    .toSorted(orders[asked.sort])
}

/** Years in which any visit was made, earliest first. */
export const yearsOf = (rows: readonly ForceRow[]): number[] => {
  const years = rows.flatMap(({ visits }) =>
    visits.flatMap(visit => whenOf(visit)?.from.year ?? []),
  )
  return [...new Set(years)].sort((a, b) => a - b)
}

const kindOfFinding = ({ found }: ForceRow): 'cases' | 'areas' | 'none' =>
  found === null ? 'none' : found.finding.is === 'areas' ? 'areas' : 'cases'

const wasIn = (visit: Visit, year: string): boolean => String(whenOf(visit)?.from.year) === year

type Order = (one: ForceRow, other: ForceRow) => number

const byName: Order = (one, other) => one.force.name.localeCompare(other.force.name, 'en-GB')

/** By day, those without one last; forces of the same day by name. */
const byDay =
  (dayOf: (row: ForceRow) => Period | null | undefined, direction: 1 | -1): Order =>
  (one, other) => {
    const [first, second] = [dayOf(one)?.from, dayOf(other)?.from]
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined) || byName(one, other)
    }
    return Temporal.PlainDate.compare(first, second) * direction || byName(one, other)
  }

const orders: Record<ProgrammeForm['sort'], Order> = {
  name: byName,
  first: byDay(row => row.firstInspected, 1),
  latest: byDay(row => row.latest && whenOf(row.latest), -1),
  visits: (one, other) => other.visits.length - one.visits.length || byName(one, other),
}
