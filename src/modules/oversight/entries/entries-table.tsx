import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { Tag } from '../../../platform/web/components/tag.tsx'
import { momentToTheSecond } from './moment.ts'
import { shortCode, type LogEntry } from './entry.ts'
import { allowedInWords, codeInWords, roleInWords } from './words.ts'

export interface EntriesProps {
  entries: readonly LogEntry[]
  /** What a verb means, in the words of the permission tables. */
  wordsOf: (verb: string) => string
}

export const EntriesTable = ({ entries, wordsOf }: EntriesProps) => (
  <StackedTable
    caption="Entries"
    captionClasses="govuk-visually-hidden"
    classes="turnstone-log"
    head={['When', 'Who', 'What', 'Record', 'Allowed by'].map(text => ({ text }))}
    rows={entries.map(entry => [
      {
        text: (
          <a class="govuk-link" href={`/audit-log/${entry.id}`}>
            {momentToTheSecond(entry.at)}
          </a>
        ),
      },
      { text: <Who {...entry} /> },
      { text: <What entry={entry} wordsOf={wordsOf} /> },
      { text: <Record {...entry} /> },
      { text: allowedInWords(entry.allowedBy) },
    ])}
  />
)

export const Who = ({ userId, who, roles, agency }: LogEntry) =>
  userId === null ? (
    <>Nobody who was recognised</>
  ) : (
    <>
      {who ?? `Somebody who is listed no more (${shortCode(userId)})`}
      <span class="turnstone-aside">
        {[...roles.map(roleInWords), agency].filter(Boolean).join(', ')}
      </span>
    </>
  )

const What = ({ entry, wordsOf }: { entry: LogEntry; wordsOf: (verb: string) => string }) => (
  <>
    {wordsOf(entry.verb)}{' '}
    {entry.outcome === 'refused' && <Tag text="Refused" classes="govuk-tag--grey" />}
    {entry.codes.length > 0 && (
      <span class="turnstone-aside">{entry.codes.map(codeInWords).join('; ')}</span>
    )}
  </>
)

/** No reference and no name: a code, by which the log can be asked again. */
const Record = ({ caseId, personId, others, asked }: LogEntry) => (
  <>
    {caseId !== null && <Coded kind="case" id={caseId} />}
    {personId !== null && <Coded kind="person" id={personId} />}
    {asked !== null && <span class="turnstone-log__code">asked for {asked}</span>}
    {others > 0 && (
      <span class="turnstone-aside">{others === 1 ? 'and 1 other' : `and ${others} others`}</span>
    )}
  </>
)

export const Coded = ({ kind, id }: { kind: string; id: string }) => (
  <span class="turnstone-log__code">
    {kind}{' '}
    <a class="govuk-link" href={`/audit-log?record=${id}`}>
      {shortCode(id)}
    </a>
  </span>
)
