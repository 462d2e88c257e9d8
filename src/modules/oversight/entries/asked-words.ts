import type { LogForm } from './form.ts'

/** What was asked, field by field, in the words of the form. */
export const askedInWords = (asked: LogForm): [string, string][] =>
  Object.entries(asked)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => [words[field] ?? field, text])

const words: Readonly<Record<string, string>> = {
  who: 'Who acted',
  record: 'Record',
  verb: 'What',
  class: 'Class',
  outcome: 'Outcome',
  allowed: 'Allowed by',
  from: 'First day',
  to: 'Last day',
}
