import type { Graded } from '../grading/graded.ts'
import type { Scale, Scales } from '../grading/scale.ts'
import { readPeriod } from '../record/period.ts'
import type { Period, Result, Visit } from '../record/visit.ts'

/** Small invented pieces of a record, for tests of rules. */

const sourceUrl = 'https://example.org/report'

export const three2014: Scale = {
  code: 'three-2014',
  title: 'Three grades, 2014',
  graded: 'case',
  grades: ['good', 'adequate', 'inadequate'],
  sourceUrl,
}

export const three2015: Scale = {
  code: 'three-2015',
  title: 'Three grades, from 2015',
  graded: 'case',
  grades: ['good', 'requires improvement', 'inadequate'],
  sourceUrl,
}

const fourMixed: Scale = {
  code: 'four-mixed',
  title: 'Four grades',
  graded: 'case',
  grades: ['good', 'adequate', 'requires improvement', 'inadequate'],
  sourceUrl,
}

const areas: Scale = { ...fourMixed, code: 'area-graded-2024', graded: 'area' }

export const scales: Scales = new Map(
  [three2014, three2015, fourMixed, areas].map(scale => [scale.code, scale]),
)

export const aPeriod = (text: string): Period => {
  const period = readPeriod(text)
  if (period === null) throw new Error(`No period: ${text}`)
  return period
}

export const aVisit = (visit: Partial<Visit> = {}): Visit => ({
  id: 'ardenshire-inspection-2017-07',
  subject: 'ardenshire',
  kind: 'inspection',
  fieldwork: aPeriod('2017-07'),
  published: aPeriod('2017-11'),
  ...visit,
})

export const aResult = (result: Partial<Result> = {}): Result => ({
  visitId: 'ardenshire-inspection-2017-07',
  sample: 'all',
  assessor: 'inspector',
  scale: 'three-2015',
  cases: 60,
  counts: { good: 20, 'requires improvement': 25, inadequate: 15 },
  notGood: null,
  outcomes: null,
  goodPercent: null,
  certainty: 'published',
  note: '',
  sourceUrl,
  ...result,
})

/** A visit in a month with its whole sample: good, requires improvement, inadequate. */
export function gradedIn(
  month: string,
  [good, requires, inadequate]: readonly [number, number, number],
  visit: Partial<Visit> = {},
): Graded {
  const id = `ardenshire-${month}`
  return {
    visit: aVisit({ id, fieldwork: aPeriod(month), ...visit }),
    result: aResult({
      visitId: id,
      cases: good + requires + inadequate,
      counts: { good, 'requires improvement': requires, inadequate },
    }),
  }
}
