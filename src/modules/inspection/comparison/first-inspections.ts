import type { Graded } from '../grading/graded.ts'
import {
  contradictsItself,
  hasCounts,
  isCompleteSplit,
  isCountable,
  isWholeSample,
} from '../grading/sample.ts'
import { scaleOf, type Scales } from '../grading/scale.ts'
import { inOrderOfTime } from '../history/order.ts'
import type { Result, ScaleCode } from '../record/visit.ts'

/**
 * Which forces can be set beside each other: those with an inspection that published, for a whole
 * sample, how many cases were good, required improvement and were inadequate; the first such one
 * where there are several. Every other force is listed with the reason why not.
 */
export interface Compared {
  force: { slug: string; name: string }
  graded: Graded
  good: number
  cases: number
}

export interface LeftOut {
  force: { slug: string; name: string }
  reason: string
}

const comparedScale: ScaleCode = 'three-2015'

export function firstInspections(
  forces: readonly { slug: string; name: string }[],
  graded: readonly Graded[],
  scales: Scales,
): { compared: Compared[]; leftOut: LeftOut[] } {
  const bySubject = Map.groupBy(graded, ({ visit }) => visit.subject)
  const compared: Compared[] = []
  const leftOut: LeftOut[] = []
  for (const force of forces) {
    const ofForce = inOrderOfTime(bySubject.get(force.slug) ?? [])
    const inspections = ofForce.filter(({ visit }) => visit.kind === 'inspection')
    const usable = inspections.find(one => isUsable(one.result, scales))
    const { good } = usable?.result.counts ?? {}
    if (usable === undefined || good === undefined || usable.result.cases === null) {
      leftOut.push({ force, reason: whyLeftOut(inspections, ofForce, scales) })
    } else {
      compared.push({ force, graded: usable, good, cases: usable.result.cases })
    }
  }
  return { compared, leftOut }
}

const isUsable = (result: Result, scales: Scales): boolean => {
  const scale = scaleOf(result, scales)
  return (
    scale?.code === comparedScale &&
    result.assessor === 'inspector' &&
    isWholeSample(result) &&
    isCountable(result) &&
    isCompleteSplit(result, scale)
  )
}

function whyLeftOut(
  inspections: readonly Graded[],
  all: readonly Graded[],
  scales: Scales,
): string {
  if (inspections.length === 0) return 'No inspection is on the record.'
  const results = inspections.map(({ result }) => result)
  if (results.some(contradictsItself)) return 'The source of its inspection contradicts itself.'
  const other = results.find(result => hasCounts(result) && result.scale !== comparedScale)
  if (other !== undefined) return `Graded on another scale: ${gradesOf(other, scales)}.`
  return whyNoSplit(results) ?? whyNoFigures(all)
}

/** Some figures are known, but not all three grades of a whole sample. */
function whyNoSplit(results: readonly Result[]): string | null {
  const whole = results.filter(isWholeSample)
  if (whole.some(result => result.notGood !== null)) {
    return 'Requires improvement and inadequate were published only together.'
  }
  if (whole.some(hasCounts)) return 'Not all three grades were published.'
  if (whole.some(result => result.goodPercent !== null)) {
    return 'Only a rounded share was published, without the number of cases.'
  }
  return whole.some(result => result.cases !== null)
    ? 'Only the size of the sample was published.'
    : null
}

const whyNoFigures = (all: readonly Graded[]): string =>
  all.some(({ result }) => hasCounts(result))
    ? 'Case counts were found for a review or an update only, not for an inspection.'
    : 'No case counts were found.'

const gradesOf = (result: Result, scales: Scales): string =>
  scaleOf(result, scales)?.grades.join(', ') ?? 'not known'
