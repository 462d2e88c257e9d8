import type { Graded } from '../grading/graded.ts'
import type { Scale, Scales } from '../grading/scale.ts'
import { inOrderOfTime } from '../history/order.ts'
import type { Force } from '../programme/force.ts'
import type { AreaGrade, Conflict, Point, Result, Visit } from '../record/visit.ts'
import { dueAfter, dueOn, type AddWorkingDays, type Due, type Timescale } from './due.ts'
import { verdictsOn, type PairVerdict } from './pairs.ts'

/** Everything that the record holds of one force, in order of time, with what may be concluded. */
export interface ForceHistory {
  force: Force
  groups: readonly { slug: string; name: string }[]
  visits: VisitHistory[]
  verdicts: PairVerdict[]
  points: { point: Point; due: Due }[]
}

export interface VisitHistory {
  visit: Visit
  results: { result: Result; scale: Scale | null }[]
  areas: AreaGrade[]
  conflicts: Conflict[]
  /** Day by which inspectors usually want an action plan: inspections with a known day of publication. */
  actionPlan: Extract<Due, { is: 'due' }> | null
}

/** What the record holds of one force, unsorted. */
export interface RecordOfForce {
  force: Force
  groups: ForceHistory['groups']
  graded: readonly Graded[]
  areas: readonly AreaGrade[]
  conflicts: readonly Conflict[]
  points: readonly Point[]
  timescales: readonly Timescale[]
  scales: Scales
}

export function historyOf(record: RecordOfForce, addWorkingDays: AddWorkingDays): ForceHistory {
  const { force, groups, points, timescales, scales, areas } = record
  const ordered = inOrderOfTime(record.graded)
  const byVisit = Map.groupBy(ordered, ({ visit }) => visit.id)
  return {
    force,
    groups,
    visits: [...byVisit.values()].flatMap(ofVisit => {
      const visit = ofVisit[0]?.visit
      return visit === undefined ? [] : [visitHistory(visit, ofVisit, record, addWorkingDays)]
    }),
    verdicts: verdictsOn(ordered, areas, scales),
    points: points.map(point => ({ point, due: dueOn(point, timescales, addWorkingDays) })),
  }
}

function visitHistory(
  visit: Visit,
  ofVisit: readonly Graded[],
  record: RecordOfForce,
  addWorkingDays: AddWorkingDays,
): VisitHistory {
  return {
    visit,
    results: ofVisit.map(({ result }) => ({
      result,
      scale: result.scale === null ? null : (record.scales.get(result.scale) ?? null),
    })),
    areas: record.areas.filter(area => area.visitId === visit.id),
    conflicts: record.conflicts.filter(conflict => conflict.visitId === visit.id),
    actionPlan: actionPlanFor(visit, record.timescales, addWorkingDays),
  }
}

function actionPlanFor(
  visit: Visit,
  timescales: readonly Timescale[],
  addWorkingDays: AddWorkingDays,
): VisitHistory['actionPlan'] {
  const rule = timescales.find(({ code }) => code === 'action-plan')
  if (rule === undefined || visit.kind !== 'inspection' || visit.published?.precision !== 'day') {
    return null
  }
  const due = dueAfter(visit.published.from, rule, addWorkingDays)
  return due.is === 'due' ? due : null
}
