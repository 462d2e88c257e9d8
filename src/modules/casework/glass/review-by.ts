/** Adds working days; null outside the years that the calendar covers. */
export type AddWorkingDays = (from: Temporal.PlainDate, days: number) => Temporal.PlainDate | null

/**
 * The day by which somebody else must have reviewed it: 3 working days. Where the calendar of holidays
 * ends, 3 days: need does not wait for a calendar, and the shorter time lets nobody off.
 */
export const reviewBy = (broken: Temporal.PlainDate, addWorkingDays: AddWorkingDays): string =>
  (addWorkingDays(broken, 3) ?? broken.add({ days: 3 })).toString()
