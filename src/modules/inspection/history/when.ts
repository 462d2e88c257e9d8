import { periodInWords, whenInWords, type DatedPeriod } from '../../../platform/web/words/dates.ts'
import { atStart } from '../../../platform/web/words/numbers.ts'
import type { Period, Visit } from '../record/visit.ts'

/** "June 2014", "24 July to 4 August 2023", or that no date was found. */
export const periodWords = (period: Period | null): string =>
  period === null ? 'date not found' : `${periodInWords(told(period))}${remark(period)}`

/** The same in a sentence: "in June 2014", "on 28 October 2014". */
export const whenWords = (period: Period | null): string =>
  period === null ? 'on a date that was not found' : whenInWords(told(period))

/** What the source adds to its date, such as "(quarter 3 update)". */
const remark = ({ text }: Period): string => {
  const added = / \(.+\)$/.exec(text)
  return added === null ? '' : added[0]
}

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

/** "Inspection, June 2014"; by its publication where nobody tells when the visit was. */
export const visitName = ({ kind, fieldwork, published }: Visit): string => {
  if (fieldwork !== null) return `${atStart(kind)}, ${periodWords(fieldwork)}`
  return published === null
    ? `${atStart(kind)}, date not found`
    : `${atStart(kind)}, published ${periodWords(published)}`
}
