/** What a funnel is drawn from. */
import type { ChartWords } from './picture.tsx'

export interface FunnelPoint {
  readonly label: string
  /** Cases with the answer, of `n` cases read. */
  readonly x: number
  readonly n: number
  readonly position: 'inside' | 'outside 95%' | 'outside 99.8%' | 'no position'
}

/** One pair of curves, as shares at rising numbers of cases. */
export interface FunnelLimits {
  readonly level: '95%' | '99.8%'
  readonly n: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

export interface FunnelProps extends ChartWords {
  readonly points: readonly FunnelPoint[]
  /** The share that all are compared with, and what to call it. */
  readonly centre: { readonly label: string; readonly share: number }
  readonly limits: readonly FunnelLimits[]
  /** What the axes count, such as "Share graded good" and "Cases read". */
  readonly axes: { readonly up: string; readonly along: string }
}
