import type { PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'
import type { Period } from './visit.ts'

/** Visits published before they were over, as far as the texts allow to say so for certain. */
export const impossibleDates = (record: PublishedRecord): FileRefusal[] =>
  record.visits.flatMap(visit => {
    const { fieldwork, published } = visit
    if (fieldwork === null || published === null) return []
    if (Temporal.PlainDate.compare(published.to, earliestEnd(fieldwork)) >= 0) return []
    const reason = `Published ${published.text}, before the fieldwork of ${fieldwork.text} was over.`
    return [refusalOf('visits', visit, 'published', reason)]
  })

/** Fieldwork known as "June 2014" may have ended on 1 June; "May to June", in June at the earliest. */
function earliestEnd({ from, to, precision }: Period): Temporal.PlainDate {
  if (precision === 'days') return to
  return precision === 'months' ? to.with({ day: 1 }) : from
}
