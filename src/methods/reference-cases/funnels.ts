/** Reference cases about funnel plots. */
import { arcsineError, shareAtAngle } from '../funnel/arcsine-limits.ts'
import { binomialFunnelLimits } from '../funnel/binomial-limits.ts'
import { overDispersion } from '../funnel/over-dispersion.ts'
import type { OverDispersion } from '../funnel/over-dispersion.ts'
import { ratioFunnelLimits } from '../funnel/ratio-limits.ts'
import type { Answer, Answers, CaseInput } from './answers.ts'
import { figureOf, levelIn, limitsOf } from './answers.ts'

const end = (side: string | undefined): 0 | 1 => (side === 'l' ? 0 : 1)

const exactLimit = (input: CaseInput, side: string | undefined, level: string | undefined) =>
  input.numbers('n').map(n => {
    const limits = binomialFunnelLimits({
      n,
      target: input.number('target'),
      level: levelIn(level),
    })
    return limitsOf(limits)[end(side)] ?? null
  })

const dispersion = (input: CaseInput, figure: (of: OverDispersion) => Answer): Answer =>
  figureOf(
    overDispersion({
      n: input.numbers('n'),
      x: input.numbers('x'),
      target: input.number('target'),
    }),
    figure,
  )

/**
 * The arcsine limit as the formula stands. Where the angle falls below 0 the references fold it back; our
 * own limits are cut to 0 there, and are the same everywhere else.
 */
const arcsineLimit = (input: CaseInput, tau2: number, z: number) =>
  input.numbers('n').map(n => {
    const spread = z * Math.hypot(arcsineError(n), Math.sqrt(tau2))
    return shareAtAngle(Math.asin(Math.sqrt(input.number('target'))) + spread)
  })

const signedZ = (side: string | undefined, z: number): number => (end(side) === 0 ? -z : z)

/** The references write their two multipliers out to six decimals, as FunnelPlotR does. */
const printedZ = (level: string | undefined): number => (level === '95' ? 1.959964 : 3.090232)

export const funnelProportion: Answers = [
  [/^exact_([lu])l(\d+)$/, (input, [side, level]) => exactLimit(input, side, level)],
  [/^z_arcsine$/, input => dispersion(input, of => of.z)],
  [/^phi_raw$/, input => dispersion(input, of => of.phiRaw)],
  [/^phi_winsorised10$/, input => dispersion(input, of => of.phi)],
  [/^tau2_winsorised10$/, input => dispersion(input, of => of.tau2)],
  [
    /^od_([lu])l(95|998)$/,
    (input, [side, level]) => {
      const tau2 = dispersion(input, of => of.tau2)
      const z = signedZ(side, printedZ(level))
      return typeof tau2 === 'number' ? arcsineLimit(input, tau2, z) : null
    },
  ],
]

export const funnelPlotR: Answers = [
  [/^s$/, input => input.numbers('n').map(arcsineError)],
  [
    /^([lu])l(95|998)$/,
    (input, [side, level]) => arcsineLimit(input, 0, signedZ(side, printedZ(level))),
  ],
  [
    /^od([lu])l(95|998)$/,
    (input, [side, level]) =>
      arcsineLimit(input, input.number('tau2'), signedZ(side, printedZ(level))),
  ],
]

const ratioLimit = (input: CaseInput, match: readonly string[], tau2: number): Answer =>
  input.numbers('expected').map(expected => {
    const [side, level] = match
    const target = input.numberOr('target', 1)
    return (
      limitsOf(ratioFunnelLimits({ expected, target, tau2, level: levelIn(level) }))[end(side)] ??
      null
    )
  })

export const funnelPlotRRatio: Answers = [
  [/^s$/, input => input.numbers('expected').map(expected => Math.sqrt(1 / expected))],
  [/^([lu])l(95|998)$/, (input, match) => ratioLimit(input, match, 0)],
  [/^od([lu])l(95|998)$/, (input, match) => ratioLimit(input, match, input.number('tau2'))],
]
