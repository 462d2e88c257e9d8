/** The ground on which a funnel is drawn: its measures, and where a number of cases and a share lie. */
import { scaleLinear } from 'd3-scale'
import type { FunnelProps } from './funnel-props.ts'
import { type Layout, tenth } from './picture.tsx'

/** Everything that a part of the drawing needs to know. */
export interface Plot {
  readonly chart: FunnelProps
  readonly layout: Layout
  readonly geometry: Geometry
  readonly scales: Scales
  /** Size of the letters in the drawing's units. */
  readonly size: number
}

export interface Geometry {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** About how many numbers stand along the lower axis. */
  readonly ticks: number
}

export interface Scales {
  readonly x: (n: number) => number
  readonly y: (share: number) => number
  /** The upper end of the share axis; it always begins at none. */
  readonly top: number
  /** The largest number of cases that a limit or a point has. */
  readonly most: number
  readonly caseTicks: readonly number[]
  readonly shareTicks: readonly number[]
}

export const geometryOf: Readonly<Record<Layout, Geometry>> = {
  wide: { width: 720, height: 480, left: 46, right: 602, top: 36, bottom: 424, ticks: 7 },
  narrow: { width: 288, height: 400, left: 36, right: 240, top: 34, bottom: 348, ticks: 4 },
}

export function scalesOf({ points, limits, centre }: FunnelProps, geometry: Geometry): Scales {
  const most = Math.max(1, ...points.map(({ n }) => n), ...limits.map(({ n }) => n.at(-1) ?? 0))
  const highest = Math.max(centre.share, ...points.map(({ x, n }) => x / n))
  // The next fifth above the highest point: room for its name, without half of an empty drawing.
  const top = Math.min(1, Math.ceil(highest * 5 + 0.25) / 5)
  const along = scaleLinear([0, most * 1.04], [geometry.left, geometry.right])
  const up = scaleLinear([0, top], [geometry.bottom, geometry.top])
  // A curve asks for hundreds of places, and both scales begin at none.
  const perCase = (geometry.right - geometry.left) / (most * 1.04)
  const perShare = (geometry.bottom - geometry.top) / top
  return {
    x: n => tenth(geometry.left + n * perCase),
    y: share => tenth(geometry.bottom - share * perShare),
    top,
    most,
    caseTicks: along.ticks(geometry.ticks).filter(Number.isInteger),
    shareTicks: up.ticks(5),
  }
}
