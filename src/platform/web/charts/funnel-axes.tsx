/** The axes of a funnel: light rules for the shares, numbers of cases along the foot, and their titles. */
import { percent } from '../words/numbers.ts'
import { faint, ink, secondary } from './colours.ts'
import type { Plot } from './funnel-plot.ts'

export function FunnelAxes({ chart, geometry, scales, size }: Plot) {
  const { left, right, bottom } = geometry
  const { x, y, caseTicks, shareTicks } = scales
  const rules = shareTicks.map(share => `M${left} ${y(share)}H${right}`).join('')
  const stubs = caseTicks.map(n => `M${x(n)} ${bottom}v5`).join('')
  return (
    <>
      <path class="turnstone-chart__rule" stroke={faint} d={rules} />
      <path class="turnstone-chart__line" stroke={ink} d={`M${left} ${bottom}H${right}${stubs}`} />
      <g fill={secondary} text-anchor="end">
        {shareTicks.map(share => (
          <text key={share} x={left - 7} y={y(share) + 4.5}>
            {percent(share)}
          </text>
        ))}
      </g>
      <g fill={secondary} text-anchor="middle">
        {caseTicks.map(n => (
          <text key={n} x={x(n)} y={bottom + 20}>
            {n}
          </text>
        ))}
      </g>
      <g font-weight="700">
        <text x="0" y={size}>
          {chart.axes.up}
        </text>
        <text x={right} y={bottom + 42} text-anchor="end">
          {chart.axes.along}
        </text>
      </g>
    </>
  )
}
