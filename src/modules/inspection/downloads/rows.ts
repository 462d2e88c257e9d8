import { wilson } from '../../../methods/intervals/wilson.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { forceGroups } from '../comparison/queries.ts'
import { dueOn } from '../forces/due.ts'
import { allPoints, inspectionTimescales } from '../forces/queries.ts'
import { areaGrades, gradedVisits, gradingScales } from '../history/queries.ts'
import { nationalFigures, type NationalFigure } from '../programme/national.ts'
import { allForces } from '../programme/queries.ts'
import type { Result } from '../record/visit.ts'
import type { Row } from './row.ts'

/** One row for each sample of each visit; a visit without figures has a row that says so. */
export async function resultRows(tx: Reader): Promise<Row[]> {
  const [nameOf, graded] = await Promise.all([namesBySlug(tx), gradedVisits(tx)])
  return graded.map(({ visit, result }) => ({
    subject: visit.subject,
    name: nameOf(visit.subject),
    kind: visit.kind,
    fieldwork: visit.fieldwork?.text ?? null,
    published: visit.published?.text ?? null,
    sample: result.sample,
    assessor: result.assessor,
    scale: result.scale,
    cases: result.cases,
    ...countColumns(result),
    not_good: result.notGood,
    outcomes: result.outcomes,
    good_percent: result.goodPercent,
    certainty: result.certainty,
    note: result.note,
    source_url: result.sourceUrl,
  }))
}

const countColumns = ({ counts }: Result) => ({
  good: counts.good ?? null,
  adequate: counts.adequate ?? null,
  requires_improvement: counts['requires improvement'] ?? null,
  inadequate: counts.inadequate ?? null,
})

export async function areaRows(tx: Reader): Promise<Row[]> {
  const [nameOf, graded, areas] = await Promise.all([
    namesBySlug(tx),
    gradedVisits(tx),
    areaGrades(tx),
  ])
  const visits = new Map(graded.map(({ visit }) => [visit.id, visit]))
  return areas.flatMap(({ visitId, area, grade }) => {
    const visit = visits.get(visitId)
    if (visit === undefined) return []
    const { subject, kind, published } = visit
    return [
      { subject, name: nameOf(subject), kind, published: published?.text ?? null, area, grade },
    ]
  })
}

export async function pointRows(tx: Reader): Promise<Row[]> {
  const [nameOf, points, timescales] = await Promise.all([
    namesBySlug(tx),
    allPoints(tx),
    inspectionTimescales(tx),
  ])
  return points.map(point => {
    // No timescale of a point counts working days; one that did would be left without a day here.
    const due = dueOn(point, timescales, () => null)
    return {
      subject: point.subject,
      name: nameOf(point.subject),
      published: point.published?.text ?? null,
      event: point.event,
      summary: point.summary,
      basis: point.basis,
      area: point.area,
      timescale: point.timescale,
      due_on: due.is === 'due' ? due.on.toString() : null,
      status: point.status,
      source_url: point.sourceUrl,
    }
  })
}

export async function nationalRows(tx: Reader): Promise<Row[]> {
  const [graded, scales] = await Promise.all([gradedVisits(tx), gradingScales(tx)])
  return nationalFigures(graded, scales).flatMap(gradeRows)
}

const gradeRows = (figure: NationalFigure): Row[] =>
  [
    { grade: 'good', count: figure.good },
    { grade: 'requires improvement', count: figure.requiresImprovement },
    { grade: 'inadequate', count: figure.inadequate },
  ].map(({ grade, count }) => {
    const { kind, year, visits, cases } = figure
    const share = wilson({ x: count, n: cases, level: 0.95 })
    const known = share.is === 'calculated'
    return {
      kind,
      year,
      visits,
      cases,
      grade,
      count,
      share: known ? share.estimate : null,
      low: known ? share.interval.low : null,
      high: known ? share.interval.high : null,
    }
  })

async function namesBySlug(tx: Reader): Promise<(slug: string) => string> {
  const [forces, groups] = await Promise.all([allForces(tx), forceGroups(tx)])
  const names = new Map([...forces, ...groups].map(({ slug, name }) => [slug, name]))
  return slug => names.get(slug) ?? slug
}
