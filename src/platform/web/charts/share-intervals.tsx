/**
 * Shares with their intervals on one axis from none to all: a point for the share, a line for the
 * interval, the words beside them. The interval is worked out elsewhere; here it is only drawn.
 */
import { percent } from '../words/numbers.ts'
import { categories, faint, ink, secondary } from './colours.ts'
import { type Shape, shapePath } from './marks.ts'
import { type ChartWords, type Layout, Picture, tenth, textSize } from './picture.tsx'
import { wrapped } from './words-in-charts.ts'

export interface Share {
  /** What was counted, such as "Good"; may be left out where a group has one share. */
  readonly label?: string
  /** Cases with this answer, of `n` cases read. */
  readonly x: number
  readonly n: number
  /** The interval, as shares from 0 to 1. */
  readonly low: number
  readonly high: number
  /** Which of the four colours and shapes; by default the place in its group. */
  readonly mark?: 0 | 1 | 2 | 3
}

export interface ShareGroup {
  /** Whose shares these are, such as "Inspection, June 2014". */
  readonly label: string
  readonly shares: readonly Share[]
}

export interface ShareIntervalsProps extends ChartWords {
  readonly groups: readonly ShareGroup[]
}

export const ShareIntervals = (chart: ShareIntervalsProps) => (
  <>
    <Drawing {...chart} layout="wide" />
    <Drawing {...chart} layout="narrow" />
  </>
)

interface Geometry {
  readonly width: number
  /** The axis from 0% to 100%. */
  readonly from: number
  readonly to: number
  /** Room for words left of the axis; none where they stand above it. */
  readonly labels: number
  readonly row: number
  readonly line: number
  /** Height of the rule lines in a row. */
  readonly rule: number
}

const geometries: Readonly<Record<Layout, Geometry>> = {
  wide: { width: 720, from: 224, to: 568, labels: 208, row: 32, line: 19, rule: 32 },
  narrow: { width: 288, from: 14, to: 270, labels: 0, row: 48, line: 17, rule: 16 },
}

const Drawing = (chart: ShareIntervalsProps & { readonly layout: Layout }) => {
  const geometry = geometries[chart.layout]
  const laid = layOut(chart.groups, geometry, textSize[chart.layout])
  const at = (share: number) => tenth(geometry.from + share * (geometry.to - geometry.from))
  return (
    <Picture {...chart} width={geometry.width} height={laid.height + 24}>
      <path class="turnstone-chart__rule" stroke={faint} d={rules(laid.rows, geometry, at)} />
      <path
        class="turnstone-chart__line"
        fill="none"
        stroke={secondary}
        stroke-width="2.5"
        d={intervals(laid.rows, at)}
      />
      {marks(laid.rows, at)}
      {laid.headings.map(({ words, y }) => (
        <text key={y} x="0" y={y} font-weight="700">
          {words}
        </text>
      ))}
      {laid.rows.map(row => rowWords(row, geometry))}
      <g fill={secondary} text-anchor="middle">
        {axisWords(laid.height + 16, at)}
      </g>
    </Picture>
  )
}

interface Row {
  readonly share: Share
  readonly mark: number
  readonly words: readonly string[]
  /** Height of the axis of this row. */
  readonly y: number
  readonly bold: boolean
}

interface Laid {
  readonly headings: readonly { readonly words: string; readonly y: number }[]
  readonly rows: readonly Row[]
  readonly height: number
}

/** Where each line of words and each axis stands, from top to bottom. */
function layOut(groups: readonly ShareGroup[], geometry: Geometry, size: number): Laid {
  const headings: { words: string; y: number }[] = []
  const rows: Row[] = []
  let y = 0
  for (const group of groups) {
    const alone = group.shares.length === 1 && group.shares[0]?.label === undefined
    if (!alone) {
      for (const words of wrapped(group.label, geometry.width, size)) {
        y += geometry.line
        headings.push({ words, y })
      }
      y += 6
    }
    group.shares.forEach((share, index) => {
      const words = wordsOf(alone ? group.label : (share.label ?? ''), geometry, size)
      const height = Math.max(
        geometry.row,
        words.length * geometry.line + geometry.row - geometry.line,
      )
      const axis = geometry.labels > 0 ? y + height / 2 : y + height - 12
      rows.push({ share, mark: share.mark ?? index % 4, words, y: axis, bold: alone })
      y += height
    })
    y += alone ? 0 : 12
  }
  return { headings, rows, height: y }
}

const wordsOf = (label: string, { labels, width }: Geometry, size: number) =>
  wrapped(label, labels > 0 ? labels : width - valueRoom, size)

/** Room for "42% (115 of 374)" at the end of a line of words. */
const valueRoom = 118

type Along = (share: number) => number

const rules = (rows: readonly Row[], { rule }: Geometry, at: Along) =>
  rows.flatMap(({ y }) => ticks.map(tick => `M${at(tick)} ${tenth(y - rule / 2)}v${rule}`)).join('')

const intervals = (rows: readonly Row[], at: Along) =>
  rows
    .filter(({ share }) => share.n > 0)
    .map(({ share: { low, high }, y }) => {
      const ends = [at(low), at(high)].map(x => `M${x} ${tenth(y - 5)}v10`).join('')
      return `M${at(low)} ${tenth(y)}H${at(high)}${ends}`
    })
    .join('')

/** One path a mark, however many rows: a chart of many rows stays light. */
const marks = (rows: readonly Row[], at: Along) =>
  categories.map((colour, mark) => {
    const drawn = rows
      .filter(row => row.mark === mark && row.share.n > 0)
      .map(({ share, y }) => shapePath(shapes[mark] ?? 'circle', at(share.x / share.n), y, 6))
    return (
      drawn.length > 0 && (
        <path
          key={colour}
          class="turnstone-chart__mark"
          fill={colour}
          stroke={ink}
          d={drawn.join('')}
        />
      )
    )
  })

const shapes: readonly Shape[] = ['circle', 'diamond', 'square', 'triangle']

function rowWords({ share, words, y, bold }: Row, { labels, line, to, width }: Geometry) {
  const beside = labels > 0
  const last = beside ? y + 5 + ((words.length - 1) * line) / 2 : y - 15
  return (
    <>
      {words.map((text, index) => (
        <text
          key={text}
          x="0"
          y={tenth(last - (words.length - 1 - index) * line)}
          font-weight={bold ? 700 : undefined}
        >
          {text}
        </text>
      ))}
      <text
        x={beside ? to + 16 : width}
        y={tenth(beside ? y + 5 : last)}
        text-anchor={beside ? undefined : 'end'}
      >
        {value(share)}
      </text>
    </>
  )
}

const value = ({ x, n }: Share) =>
  n === 0 ? (
    <tspan fill={secondary}>no cases</tspan>
  ) : (
    <>
      <tspan font-weight="700">{percent(x / n)}</tspan>
      <tspan fill={secondary}>{` ${x} of ${n}`}</tspan>
    </>
  )

const ticks = [0, 0.25, 0.5, 0.75, 1]

const axisWords = (y: number, at: Along) =>
  ticks.map(tick => (
    <text key={tick} x={at(tick)} y={tenth(y)}>
      {percent(tick)}
    </text>
  ))
