/** Shares in sentences: whole per cent, as people say them. */

/** @example percent(0.558) // '56%' */
export const percent = (share: number): string => `${String(Math.round(share * 100))}%`

/** A difference of shares in percentage points, without its sign. @example points(-0.081) // '8' */
export const points = (difference: number): string => String(Math.abs(Math.round(difference * 100)))
