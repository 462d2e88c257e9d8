import { arcsineFunnelLimits } from '../../../methods/funnel/arcsine-limits.ts'
import { binomialFunnelLimits } from '../../../methods/funnel/binomial-limits.ts'
import { expectedFalseFlags } from '../../../methods/funnel/false-flags.ts'
import { overDispersion } from '../../../methods/funnel/over-dispersion.ts'
import { wilson } from '../../../methods/intervals/wilson.ts'
import type { Compared } from './first-inspections.ts'

/**
 * The forces that can be compared, each share good against what chance alone would do around their
 * joint share. Order is by name: a funnel answers "more different than chance?", never "who is first".
 */
export interface Funnel {
  /** Cases graded good of all cases, over the compared forces. */
  target: { good: number; cases: number; share: ReturnType<typeof wilson> }
  places: Place[]
  /** How many places outside the limits chance alone would give. */
  expectedOutside: { at95: number; at998: number }
  /** Whether the places, all together, differ by more than chance. */
  dispersion: ReturnType<typeof overDispersion>
  /** Forces still outside the 95% limits when these are widened by the spread among the forces. */
  widened: Compared['force'][]
}

export interface Place {
  force: Compared['force']
  graded: Compared['graded']
  good: number
  cases: number
  share: ReturnType<typeof wilson>
  limits95: ReturnType<typeof binomialFunnelLimits>
  limits998: ReturnType<typeof binomialFunnelLimits>
  position: 'inside' | 'outside 95%' | 'outside 99.8%' | 'no position'
}

/** Below this many cases a place gets no position: chance alone takes it anywhere. */
export const fewestCases = 10

export function funnelOf(compared: readonly Compared[]): Funnel {
  const good = compared.reduce((sum, place) => sum + place.good, 0)
  const cases = compared.reduce((sum, place) => sum + place.cases, 0)
  const places = compared.map(place => placeOf(place, cases === 0 ? 0 : good / cases))
  const dispersion = overDispersion({
    n: compared.map(place => place.cases),
    x: compared.map(place => place.good),
    target: cases === 0 ? 0 : good / cases,
  })
  const placed = places.filter(({ position }) => position !== 'no position').length
  return {
    target: { good, cases, share: wilson({ x: good, n: cases, level: 0.95 }) },
    places,
    expectedOutside: {
      at95: falseFlags(placed, 0.95),
      at998: falseFlags(placed, 0.998),
    },
    dispersion,
    widened: outsideWidened(compared, good / cases, dispersion),
  }
}

function outsideWidened(
  compared: readonly Compared[],
  target: number,
  dispersion: Funnel['dispersion'],
): Compared['force'][] {
  if (dispersion.is !== 'calculated') return []
  const { tau2 } = dispersion.estimate
  return compared
    .filter(({ good, cases }) => {
      const limits = arcsineFunnelLimits({ n: cases, target, level: 0.95, tau2 })
      return limits.is === 'calculated' && isOutside(good / cases, limits.interval)
    })
    .map(({ force }) => force)
}

const falseFlags = (groups: number, level: number): number => {
  const expected = expectedFalseFlags({ groups, level })
  return expected.is === 'calculated' ? expected.estimate : 0
}

function placeOf(place: Compared, target: number): Place {
  const { force, graded, good, cases } = place
  const limits95 = binomialFunnelLimits({ n: cases, target, level: 0.95 })
  const limits998 = binomialFunnelLimits({ n: cases, target, level: 0.998 })
  const share = wilson({ x: good, n: cases, level: 0.95 })
  return {
    force,
    graded,
    good,
    cases,
    share,
    limits95,
    limits998,
    position: positionOf(good / cases, cases, [limits95, limits998]),
  }
}

function positionOf(
  share: number,
  cases: number,
  [limits95, limits998]: [Place['limits95'], Place['limits998']],
): Place['position'] {
  if (cases < fewestCases || limits95.is !== 'calculated' || limits998.is !== 'calculated') {
    return 'no position'
  }
  if (isOutside(share, limits998.interval)) return 'outside 99.8%'
  return isOutside(share, limits95.interval) ? 'outside 95%' : 'inside'
}

const isOutside = (share: number, limits: { low: number; high: number }): boolean =>
  share < limits.low || share > limits.high
