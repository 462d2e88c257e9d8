/** The lines of a funnel: the share of all together solid, the limits dashed, each named at its end. */
import { percent } from '../words/numbers.ts'
import { secondary } from './colours.ts'
import type { Plot } from './funnel-plot.ts'
import { spreadApart } from './labels.ts'
import { tenth } from './picture.tsx'

export function FunnelCurves(plot: Plot) {
  const { chart, geometry, scales, size } = plot
  const { x, y, most } = scales
  const ends = endsOf(plot)
  const heights = spreadApart(
    ends.map(end => end.y),
    size * 1.2,
    geometry.bottom,
  )
  return (
    <>
      <g class="turnstone-chart__line" fill="none" stroke={secondary} stroke-width="1.5">
        <path d={`M${x(0)} ${y(chart.centre.share)}H${x(most)}`} />
        {chart.limits.map(({ level, n, low, high }) => (
          <path
            key={level}
            stroke-dasharray={dashes[level]}
            d={through(n, low, plot) + through(n, high, plot)}
          />
        ))}
      </g>
      <g fill={secondary}>
        {ends.map(({ text, weight }, index) => (
          <text
            key={index}
            x={geometry.right + 4}
            y={tenth((heights[index] ?? 0) + size * 0.35)}
            font-weight={weight}
          >
            {text}
          </text>
        ))}
      </g>
    </>
  )
}

/** The outer limits have the longer dashes. */
const dashes = { '95%': '2 4', '99.8%': '8 4' } as const

/**
 * With few cases a limit leaves the drawing at the top: it is drawn from where it comes in. Steps
 * finer than an eye can follow are left out, which halves the weight of the page.
 */
function through(n: readonly number[], shares: readonly number[], { scales }: Plot): string {
  const { x, y, top } = scales
  let path = ''
  let [lastX, lastY] = [-Infinity, -Infinity]
  n.forEach((cases, index) => {
    const share = shares[index] ?? Infinity
    if (share > top) return
    const [across, up] = [x(cases), y(share)]
    const near = Math.abs(across - lastX) + Math.abs(up - lastY) < finestStep
    if (near && index < n.length - 1) return
    path += `${path === '' ? 'M' : 'L'}${across} ${up}`
    ;[lastX, lastY] = [across, up]
  })
  return path
}

const finestStep = 4

interface End {
  readonly text: string
  readonly y: number
  readonly weight?: number
}

/** What each line is called, from top to bottom; a phone has room for the figure only. */
function endsOf({ chart, layout, scales }: Plot): End[] {
  const { label, share } = chart.centre
  const centre: End = {
    text: layout === 'wide' ? `${label} ${percent(share)}` : percent(share),
    y: scales.y(share),
    weight: 700,
  }
  const limits: End[] = chart.limits.flatMap(({ level, low, high }) =>
    [low, high].map(shares => ({
      text: layout === 'wide' ? `${level} limit` : level,
      y: scales.y(shares.at(-1) ?? share),
    })),
  )
  return [centre, ...limits].sort((a, b) => a.y - b.y)
}
