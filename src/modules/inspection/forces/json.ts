import { z } from 'zod'
import { figureAsJson, figureJson, shareJson } from '../grading/figure-json.ts'
import { gradeShares, type GradeShare } from '../grading/share.ts'
import { visitAsJson, visitJson } from '../history/visit-json.ts'
import type { ForceHistory, VisitHistory } from './history.ts'
import type { PairVerdict } from './pairs.ts'
import { caveat, type Compared, type NotCompared, type ShareChange } from './verdict.ts'

const text = z.string()

const changeJson = z.object({ earlier: shareJson, later: shareJson, difference: figureJson })

const verdictJson = z.object({
  span: z.enum(['next', 'first and last']),
  is: z.enum([
    'later cases graded better',
    'later cases graded worse',
    'no clear difference',
    'cannot be compared',
  ]),
  earlier: text,
  later: text,
  sample: text,
  reasons: z.array(text),
  good: changeJson.nullable(),
  inadequate: changeJson.nullable(),
  farBeyondChance: z.boolean().nullable(),
  warnings: z.array(text),
  caveat: text,
})

/** What leaves of one force; nothing that is not listed here does. */
export const forceJson = z.object({
  slug: text,
  name: text,
  region: text,
  verdicts: z.array(verdictJson),
  visits: z.array(
    visitJson.extend({
      actionPlanDue: text.nullable().describe('ISO day'),
      results: z.array(
        z.object({
          sample: text,
          assessor: text,
          scale: text.nullable(),
          cases: z.int().nullable(),
          shares: z.array(shareJson),
          whyNoShares: text.nullable(),
          certainty: text,
          note: text,
          sourceUrl: text,
        }),
      ),
      areas: z.array(z.object({ area: text.nullable(), grade: text })),
      conflicts: z.array(
        z.object({
          about: text,
          oneSays: text,
          oneSource: text,
          otherSays: text,
          otherSource: text,
        }),
      ),
    }),
  ),
  points: z.array(
    z.object({
      summary: text,
      basis: text,
      area: text,
      published: text.nullable(),
      event: text,
      timescale: text,
      dueOn: text.nullable(),
      whyNoDueDate: text.nullable(),
      status: text,
      sourceUrl: text,
    }),
  ),
})

type ForceJson = z.infer<typeof forceJson>

export const historyAsJson = ({ force, verdicts, visits, points }: ForceHistory): ForceJson => ({
  slug: force.slug,
  name: force.name,
  region: force.region,
  verdicts: verdicts.map(verdictAsJson),
  visits: visits.map(visitWithResults),
  points: points.map(({ point, due }) => ({
    summary: point.summary,
    basis: point.basis,
    area: point.area,
    published: point.published?.text ?? null,
    event: point.event,
    timescale: point.timescale,
    dueOn: due.is === 'due' ? due.on.toString() : null,
    whyNoDueDate: due.is === 'due' ? null : due.why,
    status: point.status,
    sourceUrl: point.sourceUrl,
  })),
})

const verdictAsJson = ({ span, verdict }: PairVerdict): ForceJson['verdicts'][number] => ({
  span,
  earlier: verdict.earlier.visit.id,
  later: verdict.later.visit.id,
  sample: verdict.later.result.sample,
  caveat,
  ...(verdict.is === 'cannot be compared' ? reasonsOnly(verdict) : comparedAsJson(verdict)),
})

const reasonsOnly = ({ is, reasons }: NotCompared) => ({
  is,
  reasons,
  good: null,
  inadequate: null,
  farBeyondChance: null,
  warnings: [],
})

const comparedAsJson = ({ is, good, inadequate, farBeyondChance, warnings }: Compared) => ({
  is,
  reasons: [],
  good: changeAsJson(good),
  inadequate: inadequate && changeAsJson(inadequate),
  farBeyondChance,
  warnings,
})

const changeAsJson = ({ earlier, later, difference }: ShareChange) => ({
  earlier: shareAsJson(earlier),
  later: shareAsJson(later),
  difference: figureAsJson(difference),
})

const shareAsJson = ({ counted, count, of, share }: GradeShare) => ({
  counted,
  count,
  of,
  share: figureAsJson(share),
})

const visitWithResults = ({ visit, results, areas, conflicts, actionPlan }: VisitHistory) => ({
  ...visitAsJson(visit),
  actionPlanDue: actionPlan?.on.toString() ?? null,
  results: results.map(({ result, scale }) => {
    const found = gradeShares(result, scale)
    return {
      sample: result.sample,
      assessor: result.assessor,
      scale: result.scale,
      cases: result.cases,
      shares: found.is === 'shares' ? found.shares.map(shareAsJson) : [],
      whyNoShares: found.is === 'shares' ? null : found.why,
      certainty: result.certainty,
      note: result.note,
      sourceUrl: result.sourceUrl,
    }
  }),
  areas: areas.map(({ area, grade }) => ({ area, grade })),
  conflicts: conflicts.map(({ visitId: _visit, ...conflict }) => conflict),
})
