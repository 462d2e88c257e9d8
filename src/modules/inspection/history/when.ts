import { periodInWords, whenInWords, type DatedPeriod } from '../../../platform/web/words/dates.ts'
import type { Period } from '../record/visit.ts'

/** "June 2014", "24 July to 4 August 2023", or that no date was found. */
export const periodWords = (period: Period | null): string =>
  period === null ? 'date not found' : periodInWords(told(period))

/** The same in a sentence: "in June 2014", "on 28 October 2014". */
export const whenWords = (period: Period | null): string =>
  period === null ? 'on a date that was not found' : whenInWords(told(period))

const precisions = {
  day: 'day',
  days: 'day',
  month: 'month',
  months: 'month',
  season: 'season',
  year: 'year',
} as const satisfies Record<Period['precision'], DatedPeriod['precision']>

const told = ({ from, to, precision }: Period): DatedPeriod => ({
  from,
  to,
  precision: precisions[precision],
})
