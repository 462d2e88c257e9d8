/** CPU of drawing a funnel of 43 points as SVG text, against Vega-Lite on the server. */
import { funnelInVegaLite } from '../baselines/funnel-vega-lite.ts'
import type { Bench } from '../bench.ts'
import { cpuOf } from '../cpu.ts'
import type { Figure, Measured } from '../figure.ts'
import { takingTurns } from '../samples.ts'
import { syntheticFunnel } from '../synthetic-funnel.ts'

export const funnelChart: Figure = {
  name: 'funnel-chart',
  what: 'CPU of drawing a funnel of 43 synthetic points, against Vega-Lite on the server (compile, view, SVG)',
  must: '<= 2 ms and <= 1/20',
  measure,
}

const rounds = 7

async function measure(bench: Bench): Promise<Measured> {
  const inside = await bench.inside()
  const chart = syntheticFunnel(inside)
  const draw = () => inside.funnelDrawings(chart)
  const drawBaseline = funnelInVegaLite(chart)
  requireParts('Ours', draw(), chart.points.length)
  requireParts('Vega-Lite', await drawBaseline(), chart.points.length)
  // Until the machine code of both has settled.
  await cpuOf(1000, draw)
  await cpuOf(60, drawBaseline)
  const { ours, baseline, ratio } = await takingTurns(rounds, {
    ours: () => cpuOf(200, draw),
    baseline: () => cpuOf(10, drawBaseline),
  })
  return {
    is: 'measured',
    value: ours.median,
    baseline: baseline.median,
    unit: 'ms',
    ratio,
    met: ours.median <= 2 && ratio <= 1 / 20,
    spread: { value: ours.range, baseline: baseline.range },
    notes: [
      'Ours is two drawings, for a page and for a phone, with names placed where there is room; Vega-Lite draws one, with every name at its point.',
      'Both begin at the same points and the same limits, worked out beforehand.',
    ],
  }
}

/** A chart that drew nothing would be quick. */
function requireParts(whose: string, svg: string, points: number): void {
  const texts = svg.match(/<text\b/g)?.length ?? 0
  const marks = svg.match(/<path\b/g)?.length ?? 0
  if (texts < 20 || marks < 5 || svg.length < 100 * points) {
    throw new Error(`${whose} drew ${texts} texts and ${marks} paths: that is no funnel.`)
  }
}
