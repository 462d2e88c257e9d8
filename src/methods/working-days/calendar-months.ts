/** Which day ends a period of calendar months or weeks? */
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'

type Day = Temporal.PlainDate

/** More than this is not a deadline. */
const longest = 1200

/**
 * The day `months` calendar months from `from`: the same day of that month, or its last day where it has no
 * such day; negative months go back. The corresponding date rule (Dodds v Walker [1981] 1 WLR 1027);
 * "month" is a calendar month (Interpretation Act 1978, schedule 1). Weekends and holidays count as any day.
 * @example addMonths({ from: 2026-01-31, months: 1 }) // 2026-02-28
 */
export const addMonths = (input: {
  readonly from: Day
  readonly months: number
}): Result<Day, null> => added('add-months', input.from, { months: input.months })

/** The day `weeks` weeks from `from`: the same day of the week. @example addWeeks({ from: 2014-10-28, weeks: 6 }) // 2014-12-09 */
export const addWeeks = (input: {
  readonly from: Day
  readonly weeks: number
}): Result<Day, null> => added('add-weeks', input.from, { weeks: input.weeks })

const added = (
  method: 'add-months' | 'add-weeks',
  from: Day,
  length: { months: number } | { weeks: number },
): Result<Day, null> => {
  const [count = NaN] = Object.values(length)
  if (!Number.isInteger(count) || Math.abs(count) > longest) {
    return notDefined(
      method,
      `The number must be whole, from -${String(longest)} to ${String(longest)}.`,
    )
  }
  return calculated(
    method,
    { from: String(from), ...length },
    {
      options: {},
      n: count,
      estimate: from.add(length, { overflow: 'constrain' }),
      interval: null,
    },
  )
}
