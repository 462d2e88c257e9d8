import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { Tag } from '../../../platform/web/components/tag.tsx'
import { counted } from '../../../platform/web/words/numbers.ts'
import { momentToTheSecond } from './moment.ts'
import { shortCode, type LogEntry } from './entry.ts'
import { isOfProgram } from './verbs.ts'
import { allowedInWords, codeInWords, purposeInWords, roleInWords } from './words.ts'

export interface EntriesProps {
  entries: readonly LogEntry[]
  /** What a verb means, in the words of the permission tables. */
  wordsOf: (verb: string) => string
  /** Where all of them are of one person, whom the page names. */
  leavesOutWho?: boolean
}

export const EntriesTable = ({ entries, wordsOf, leavesOutWho = false }: EntriesProps) => (
  <StackedTable
    caption="Entries"
    captionClasses="govuk-visually-hidden"
    classes="turnstone-log"
    head={[...(leavesOutWho ? ['When'] : ['When', 'Who']), 'What', 'Record', 'Allowed by'].map(
      text => ({
        text,
      }),
    )}
    rows={entries.map(entry => [
      {
        text: (
          <a class="govuk-link" href={`/audit-log/${entry.id}`}>
            <When at={entry.at} />
          </a>
        ),
      },
      ...(leavesOutWho ? [] : [{ text: <Who {...entry} /> }]),
      { text: <What entry={entry} wordsOf={wordsOf} /> },
      { text: <Record {...entry} /> },
      { text: <Why {...entry} /> },
    ])}
  />
)

/** The day, and below it the time, so that rows are read down by either. */
const When = ({ at }: { at: string }) => {
  const [day, time] = momentToTheSecond(at).split(', ')
  return (
    <span class="turnstone-log__when">
      {day}, <span>{time}</span>
    </span>
  )
}

export const Who = ({ verb, userId, who, roles, agency }: LogEntry) =>
  userId === null ? (
    <>{isOfProgram(verb) ? 'The program itself' : 'Nobody who was recognised'}</>
  ) : (
    <div>
      {who ?? `Somebody who is listed no more (${shortCode(userId)})`}
      <span class="turnstone-aside">
        {[...roles.map(roleInWords), agency].filter(Boolean).join(', ')}
      </span>
    </div>
  )

const What = ({ entry, wordsOf }: { entry: LogEntry; wordsOf: (verb: string) => string }) => (
  <div>
    {wordsOf(entry.verb)}{' '}
    {entry.outcome === 'refused' && <Tag text="Refused" classes="govuk-tag--grey" />}
    {entry.codes.length > 0 && (
      <span class="turnstone-aside">{entry.codes.map(codeInWords).join('; ')}</span>
    )}
  </div>
)

/** What let them, and what they said that they needed it for. */
const Why = ({ allowedBy, purpose }: LogEntry) => (
  <div>
    {allowedInWords(allowedBy)}
    {purpose !== null && <span class="turnstone-aside">for: {purposeInWords(purpose)}</span>}
  </div>
)

/** No reference and no name: a code, by which the log can be asked again. */
const Record = ({ caseId, personId, others, asked }: LogEntry) => (
  <div>
    {caseId !== null && <Coded kind="case" id={caseId} />}
    {personId !== null && <Coded kind="person" id={personId} />}
    {asked !== null && (
      <>
        asked for <span class="turnstone-log__code">{asked}</span>
      </>
    )}
    {others > 0 && <span class="turnstone-aside">{othersInWords(others, caseId ?? personId)}</span>}
  </div>
)

const othersInWords = (others: number, beside: string | null): string =>
  beside === null ? counted(others, 'record') : `and ${counted(others, 'other')}`

export const Coded = ({ kind, id }: { kind: string; id: string }) => (
  <span class="turnstone-log__code">
    {kind !== '' && `${kind} `}
    <a class="govuk-link" href={`/audit-log?record=${id}`}>
      {shortCode(id)}
    </a>
  </span>
)
