import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import { withThousands } from '../../../platform/web/words/numbers.ts'
import { askedInWords } from '../entries/asked-words.ts'
import type { LogForm } from '../entries/form.ts'

/** Entries in one file; whoever needs more asks for fewer days at a time. */
export const mostExported = 5000

/** Says what the file will hold, and that taking it is on record, before it is made. */
export const exportPage = (asked: LogForm, { hidden }: Pick<Shown, 'hidden'>): PageAnswer => {
  const wanted = Object.entries(asked).filter(([, text]) => text !== '')
  return {
    title: 'Take entries out as a file',
    breadcrumbs: [{ text: 'Audit log', href: '/audit-log' }],
    children: (
      <form method="post" class="turnstone-prose">
        <p class="govuk-body">
          The file holds the newest {withThousands(mostExported)} entries that fit, with names of
          colleagues and ids of records. It is personal data. That you took it is in the log, as a
          disclosure.
        </p>
        {wanted.length === 0 ? (
          <p class="govuk-body">Nothing is asked in particular: the newest entries of all.</p>
        ) : (
          <SummaryList
            rows={askedInWords(asked).map(([key, text]) => ({
              key: { text: key },
              value: { text },
            }))}
          />
        )}
        <input type="hidden" name="_token" value={hidden['_token']} />
        {wanted.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Button text="Take the file" />
          <a class="govuk-link" href={`/audit-log?${new URLSearchParams(wanted).toString()}`}>
            Back to the entries
          </a>
        </div>
      </form>
    ),
  }
}
