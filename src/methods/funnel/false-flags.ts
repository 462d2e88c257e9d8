/** How many places would fall outside the limits although all are on target? */
import { levelRefusal, wholeRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'

export interface FalseFlagsInput {
  /** Places on the chart. */
  readonly groups: number
  /** Level of the limits; 0.998 unless given. */
  readonly level?: number
}

/**
 * k × (1 - level): the expected number of places flagged by chance alone. Printed beside every funnel,
 * because the more places are looked at, the surer it is that one stands out (Spiegelhalter 2005,
 * Statistics in Medicine 24:1185, section 5). The estimate is a number of places, not whole.
 * @example expectedFalseFlags({ groups: 43, level: 0.95 }) // 2.15
 */
export const expectedFalseFlags = (input: FalseFlagsInput): Result<number, null> => {
  const { groups, level = 0.998 } = input
  const refusal = wholeRefusal('The number of places', groups) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('expected-false-flags', refusal)
  return calculated(
    'expected-false-flags',
    { groups, level },
    {
      options: { level },
      n: groups,
      estimate: groups * (1 - level),
      interval: null,
    },
  )
}
