import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { Pagination } from '../../../platform/web/components/pagination.tsx'
import { EntriesTable, type EntriesProps } from './entries-table.tsx'
import { LogFilter, type FilterProps } from './filter.tsx'
import type { LogForm } from './form.ts'
import { askedInWords } from './asked-words.ts'

/** Entries on one page. */
export const pageLength = 50

export type ListModel = FilterProps & EntriesProps

export const listPage = ({ entries, wordsOf, ...filter }: ListModel): PageAnswer => ({
  title: 'Audit log',
  error: summaryOf(filter.errors),
  lead: 'Who looked at what, and who changed it, the newest first. Reading this is in the log too.',
  children: (
    <>
      <LogFilter {...filter} />
      <Asked {...filter} />
      {filter.errors.length === 0 && <Found {...filter} entries={entries} wordsOf={wordsOf} />}
    </>
  ),
})

const Found = ({ entries, wordsOf, asked }: ListModel) => (
  <>
    {entries.length === 0 ? (
      <p class="govuk-body">No entry fits. Try fewer words, or clear the filter.</p>
    ) : (
      <EntriesTable entries={entries.slice(0, pageLength)} wordsOf={wordsOf} />
    )}
    <Further asked={asked} entries={entries} />
    <p class="govuk-body govuk-!-display-none-print">
      <a class="govuk-link" href={`/audit-log/export?${queryOf(asked)}`}>
        Take these entries out as a file
      </a>
    </p>
  </>
)

/** On paper the filter is not there, so what was asked is said. */
const Asked = ({ asked }: Pick<FilterProps, 'asked'>) => {
  const said = askedInWords({ ...asked, after: '' })
  return (
    <p class="turnstone-printed">
      {said.length === 0
        ? 'The newest entries of all.'
        : said.map(([field, text]) => `${field}: ${text}`).join('; ')}
    </p>
  )
}

/** The page of older entries. */
const Further = ({ asked, entries }: { asked: LogForm; entries: EntriesProps['entries'] }) => {
  const last = entries.length > pageLength ? entries[pageLength - 1] : undefined
  const isFirst = asked.after === ''
  if (last === undefined && isFirst) return null
  const older = last && { ...asked, after: `${last.at}_${last.id}` }
  return (
    <Pagination
      previous={
        isFirst
          ? undefined
          : { href: `/audit-log?${queryOf({ ...asked, after: '' })}`, text: 'Newest entries' }
      }
      next={older && { href: `/audit-log?${queryOf(older)}`, text: 'Older entries' }}
    />
  )
}

/** What was asked, as it stands in an address. */
const queryOf = (asked: LogForm): string =>
  new URLSearchParams(Object.entries(asked).filter(([, text]) => text !== '')).toString()
