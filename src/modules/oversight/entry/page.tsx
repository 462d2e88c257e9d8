import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import { factsOf, idsOf } from './facts.tsx'
import type { WholeEntry } from './queries.ts'
import { Place } from './place.tsx'
import { Words, type WordsShown } from './words/words.tsx'

export interface EntryModel {
  entry: WholeEntry
  wordsOf: (verb: string) => string
  words: WordsShown
}

export const entryPage = ({ entry, wordsOf, words }: EntryModel): PageAnswer => ({
  title: wordsOf(entry.verb),
  caption: 'Entry of the audit log',
  breadcrumbs: [{ text: 'Audit log', href: '/audit-log' }],
  children: (
    <div class="turnstone-entry">
      <SummaryList rows={factsOf(entry, wordsOf)} />
      {entry.sought !== null && <Words shown={words} entry={entry} />}
      <h2 class="govuk-heading-m">Its place in the log</h2>
      <Place entry={entry} />
      <h2 class="govuk-heading-m">Ids</h2>
      <SummaryList rows={idsOf(entry)} />
    </div>
  ),
})
