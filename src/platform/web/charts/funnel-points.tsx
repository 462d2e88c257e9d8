/** The places of a funnel: a mark for each, and names where there is room for them. */
import { better, common, concern, paper, secondary } from './colours.ts'
import type { FunnelPoint } from './funnel-props.ts'
import type { Plot } from './funnel-plot.ts'
import { type Box, type PlacedName, placeNames } from './labels.ts'
import { type Shape, shapePath } from './marks.ts'
import { tenth } from './picture.tsx'

interface Style {
  readonly shape: Shape
  readonly colour: string
  readonly hollow: boolean
}

/** Beyond the outer limits filled, beyond the inner ones hollow: never by colour alone. */
function styleOf({ x, n, position }: FunnelPoint, centre: number): Style {
  if (position === 'inside') return { shape: 'circle', colour: common, hollow: false }
  if (position === 'no position') return { shape: 'circle', colour: common, hollow: true }
  const hollow = position === 'outside 95%'
  return x / n > centre
    ? { shape: 'triangle', colour: better, hollow }
    : { shape: 'square', colour: concern, hollow }
}

/** One path a style, so that the drawing stays light however many places there are. */
export function FunnelMarks({ chart, scales }: Plot) {
  const paths = new Map<string, Style & { d: string }>()
  for (const point of chart.points) {
    const style = styleOf(point, chart.centre.share)
    const key = `${style.shape}${style.hollow ? ' hollow' : ''}`
    const outline = shapePath(style.shape, scales.x(point.n), scales.y(point.x / point.n), 5)
    paths.set(key, { ...style, d: (paths.get(key)?.d ?? '') + outline })
  }
  return [...paths].map(([key, { colour, hollow, d }]) => (
    <path
      key={key}
      class={hollow ? 'turnstone-chart__mark--hollow' : 'turnstone-chart__mark'}
      fill={hollow ? paper : colour}
      stroke={hollow ? colour : paper}
      stroke-width={hollow ? 2 : 1}
      d={d}
    />
  ))
}

/** What is furthest from the others is named first; then the places with most cases. */
const weights = { 'outside 99.8%': 3, 'outside 95%': 2, inside: 1, 'no position': 0 } as const

export function FunnelNames({ chart, scales, geometry, size }: Plot) {
  const names = chart.points.map(({ label, x, n, position }) => ({
    text: label,
    x: scales.x(n),
    y: scales.y(x / n),
    weight: weights[position] + n / 1e6,
  }))
  const area = { ...geometry, top: geometry.top - 8 }
  const placed = placeNames(names, area, size).filter(place => place !== null)
  return (
    <>
      <path class="turnstone-chart__line" stroke={secondary} d={placed.map(leader).join('')} />
      <path class="turnstone-chart__paper" fill={paper} d={placed.map(ground).join('')} />
      {placed.map(({ text, x, baseline, anchor }) => (
        <text key={text} x={tenth(x)} y={tenth(baseline)} text-anchor={anchor}>
          {text}
        </text>
      ))}
    </>
  )
}

/** A line from the point to the near edge of a name that stands away from it. */
const leader = ({ leader: line }: PlacedName) =>
  line ? `M${tenth(line.fromX)} ${tenth(line.fromY)}L${tenth(line.toX)} ${tenth(line.toY)}` : ''

/** White behind a name, so that a line that passes under it does not strike it through. */
const ground = ({ box }: { readonly box: Box }) =>
  `M${tenth(box.left)} ${tenth(box.top)}H${tenth(box.right)}V${tenth(box.bottom)}H${tenth(box.left)}z`
