/** The funnel as a service draws it on the server with Vega-Lite: the same points, lines and words. */
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { FunnelProps } from '../inside.tsx'

/** A function that draws the chart from its data to the text of one SVG. */
export const funnelInVegaLite = (chart: FunnelProps): (() => Promise<string>) => {
  return async () => {
    const view = new View(parse(compile(specOf(chart)).spec), { renderer: 'none' })
    try {
      return await view.toSVG()
    } finally {
      view.finalize()
    }
  }
}

/** Layers: limits, centre, points, names of points, names of lines. */
function specOf(chart: FunnelProps): TopLevelSpec {
  const x = { field: 'n', type: 'quantitative', title: chart.axes.along } as const
  const y = {
    field: 'share',
    type: 'quantitative',
    title: chart.axes.up,
    axis: { format: '%' },
  } as const
  const lines = linesOf(chart)
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chart.title,
    description: chart.description,
    width: 556,
    height: 388,
    layer: [
      {
        data: { values: lines },
        mark: { type: 'line', clip: true },
        encoding: {
          x,
          y,
          detail: { field: 'line' },
          strokeDash: { field: 'level', type: 'nominal', legend: null },
        },
      },
      {
        mark: 'rule',
        encoding: { y: { datum: chart.centre.share } },
      },
      {
        data: { values: pointsOf(chart) },
        mark: { type: 'point', filled: true, size: 80 },
        encoding: {
          x,
          y,
          shape: { field: 'position', type: 'nominal', legend: null },
          color: { field: 'position', type: 'nominal', legend: null },
        },
      },
      {
        data: { values: pointsOf(chart) },
        mark: { type: 'text', align: 'left', dx: 8 },
        encoding: { x, y, text: { field: 'label' } },
      },
      {
        data: { values: namesOf(chart) },
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { x, y, text: { field: 'text' } },
      },
    ],
  }
}

const pointsOf = ({ points }: FunnelProps) =>
  points.map(({ label, x, n, position }) => ({ label, n, share: x / n, position }))

const linesOf = ({ limits }: FunnelProps) =>
  limits.flatMap(({ level, n, low, high }) =>
    [low, high].flatMap((shares, side) =>
      shares.map((share, at) => ({ line: `${level} ${side}`, level, n: n[at] ?? 0, share })),
    ),
  )

function namesOf({ limits, centre }: FunnelProps) {
  const n = Math.max(...limits.flatMap(limit => limit.n.slice(-1)))
  return [
    { n, share: centre.share, text: centre.label },
    ...limits.flatMap(({ level, low, high }) =>
      [low, high].map(shares => ({ n, share: shares.at(-1) ?? 0, text: `${level} limit` })),
    ),
  ]
}
