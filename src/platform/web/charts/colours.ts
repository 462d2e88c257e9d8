/**
 * The colours of charts. Categories follow the Government Analysis Function's order; verdicts of a
 * control chart are the product's own, because the convention's blue and orange are too pale on white.
 * Each stands with a shape of its own, so that none is ever needed to read a chart.
 */

export const ink = '#1c2b33'
export const secondary = '#52636b'
export const paper = '#ffffff'
/** Lines that help the eye along and carry nothing themselves. */
export const faint = '#d2d5d6'

export const categories = ['#12436d', '#28a197', '#801650', '#f46a25'] as const

export const better = '#006aa8'
export const concern = '#b45309'
export const common = '#5f6b73'
