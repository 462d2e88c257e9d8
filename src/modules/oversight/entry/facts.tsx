import type { ComponentChildren } from 'preact'
import type { SummaryRow } from '../../../platform/web/components/summary-list.tsx'
import { Coded, Who } from '../entries/entries-table.tsx'
import { momentToTheSecond } from '../entries/moment.ts'
import { allowedInWords, codeInWords, purposeInWords } from '../entries/words.ts'
import type { WholeEntry } from './queries.ts'

/** What an entry says, in words; what it leaves out is left out. */
export const factsOf = (entry: WholeEntry, wordsOf: (verb: string) => string): SummaryRow[] => [
  row('When', momentToTheSecond(entry.at)),
  row('Who', <Who {...entry} />),
  row('What', `${wordsOf(entry.verb)} (${entry.verb})`),
  row('Class', entry.class),
  row('Outcome', entry.outcome),
  ...some('Case', entry.caseId, id => <Coded kind="" id={id} />),
  ...some('Person', entry.personId, id => <Coded kind="" id={id} />),
  ...some('Asked for', entry.asked),
  ...some('Allowed by', entry.allowedBy, allowedInWords),
  ...some('Purpose', entry.purpose, purposeInWords),
  ...some('Received by', entry.recipient, id => entry.received ?? id),
  ...some('Noticed', entry.codes.map(codeInWords).join('; ')),
  ...some('Others shown or touched', entry.subjects, ids => <Others ids={ids} />),
]

/** The ids by which the log keeps it. */
export const idsOf = (entry: WholeEntry): SummaryRow[] => [
  row('Entry', <Id id={entry.id} />),
  ...some('User', entry.userId, id => <Id id={id} />),
  ...some('Case', entry.caseId, id => <Id id={id} />),
  ...some('Person', entry.personId, id => <Id id={id} />),
  ...some('Session', entry.sessionId, id => <Id id={id} />),
  ...some('Request', entry.requestId, id => <Id id={id} />),
  row('Transaction', entry.xid),
]

const row = (key: string, value: ComponentChildren): SummaryRow => ({
  key: { text: key },
  value: { text: value },
})

function some<T>(
  key: string,
  value: T | null,
  words: (value: T) => ComponentChildren = String,
): SummaryRow[] {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? [] : [row(key, words(value))]
}

export const Id = ({ id }: { id: string }) => <code class="turnstone-log__id">{id}</code>

const Others = ({ ids }: { ids: readonly string[] }) => (
  <ul class="govuk-list turnstone-log__others">
    {ids.map(id => (
      <li key={id}>
        <Coded kind="" id={id} />
      </li>
    ))}
  </ul>
)
