/** The frame of a chart: one drawing with its name and description, for a page or for a phone. */
import type { ComponentChildren } from 'preact'
import { ink } from './colours.ts'

/** A chart is drawn twice, for a page and for a phone; the style sheet shows the one that fits. */
export type Layout = 'wide' | 'narrow'

/** What a chart says to a person who does not see it. */
export interface ChartWords {
  /** Unique on its page; the ids of title and description begin with it. */
  readonly id: string
  /** What the chart shows, as a heading would say it. */
  readonly title: string
  /** What there is to see: the main finding, in a sentence or two. */
  readonly description: string
}

export interface PictureProps extends ChartWords {
  readonly layout: Layout
  readonly width: number
  readonly height: number
  readonly children: ComponentChildren
}

/** Letters in the drawing's units: on the layout's own width, the same in pixels. */
export const textSize: Readonly<Record<Layout, number>> = { wide: 14, narrow: 12.5 }

export const Picture = (picture: PictureProps) => {
  const { id, layout, width, height } = picture
  const [titleId, descriptionId] = [`${id}-${layout}-title`, `${id}-${layout}-description`]
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`turnstone-chart turnstone-chart--${layout}`}
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Atkinson Hyperlegible Next, Helvetica Neue, Arial, sans-serif"
      font-size={textSize[layout]}
      fill={ink}
    >
      <title id={titleId}>{picture.title}</title>
      <desc id={descriptionId}>{picture.description}</desc>
      {picture.children}
    </svg>
  )
}

/** A coordinate to a tenth of a unit: finer cannot be seen and makes pages heavier. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
