/**
 * A funnel: each place's share against how many cases were read there, between the limits that chance
 * alone would keep. It answers "more different than chance?", never "who is first". The limits are
 * worked out elsewhere; here they are only drawn.
 */
import { FunnelAxes } from './funnel-axes.tsx'
import { FunnelCurves } from './funnel-curves.tsx'
import { FunnelMarks, FunnelNames } from './funnel-points.tsx'
import { geometryOf, type Plot, scalesOf } from './funnel-plot.ts'
import type { FunnelProps } from './funnel-props.ts'
import { type Layout, Picture, textSize } from './picture.tsx'

export const Funnel = (chart: FunnelProps) => {
  // A place without cases has no share, so it has no point.
  const drawn = { ...chart, points: chart.points.filter(({ n }) => n > 0) }
  return (
    <>
      <Drawing chart={drawn} layout="wide" />
      <Drawing chart={drawn} layout="narrow" />
    </>
  )
}

const Drawing = ({ chart, layout }: { readonly chart: FunnelProps; readonly layout: Layout }) => {
  const geometry = geometryOf[layout]
  const plot: Plot = {
    chart,
    layout,
    geometry,
    scales: scalesOf(chart, geometry),
    size: textSize[layout],
  }
  const { id, title, description } = chart
  return (
    <Picture
      {...{ id, title, description, layout }}
      width={geometry.width}
      height={geometry.height}
    >
      {FunnelAxes(plot)}
      {FunnelCurves(plot)}
      {FunnelMarks(plot)}
      {FunnelNames(plot)}
    </Picture>
  )
}
