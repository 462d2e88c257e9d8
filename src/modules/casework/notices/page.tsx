import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { Notice } from './notice.ts'
import { noticeInWords, placeOfNotice } from './words.ts'

export const inboxPage = (
  { notices }: { notices: readonly Notice[] },
  shown: Shown,
): PageAnswer => ({
  title: 'Inbox',
  error: errorsOf(shown),
  lead: 'What you were told, the newest first.',
  children:
    notices.length === 0 ? (
      <p class="govuk-body">Nothing yet.</p>
    ) : (
      <>
        {notices.filter(({ seenAt }) => seenAt === null).length > 1 && (
          <MarkSeen shown={shown} which="all" text="Mark all as seen" />
        )}
        <StackedTable
          caption="Notices"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Notice' }, { text: 'When' }, { text: 'Seen' }]}
          rows={notices.map(one => [
            { text: <Said one={one} /> },
            { text: momentInWords(one.toldAt) },
            {
              text:
                one.seenAt === null ? (
                  <MarkSeen shown={shown} which={one.id} text="Mark as seen" />
                ) : (
                  momentInWords(one.seenAt)
                ),
            },
          ])}
        />
      </>
    ),
})

const Said = ({ one }: { one: Notice }) => {
  const place = placeOfNotice(one)
  const words = noticeInWords(one)
  return (
    <>
      {place === null ? (
        words
      ) : (
        <a class="govuk-link" href={place}>
          {words}
        </a>
      )}
      {one.kind === 'glass-reviewed' && one.review !== null && (
        <p class="govuk-body-s govuk-!-margin-bottom-0">{one.review}</p>
      )}
    </>
  )
}

const MarkSeen = ({ shown, which, text }: { shown: Shown; which: string; text: string }) => (
  <Form shown={shown}>
    <input type="hidden" name="notice" value={which} />
    <Button
      text={text}
      classes={`govuk-button--secondary govuk-!-margin-bottom-${which === 'all' ? '4' : '0'}`}
    />
  </Form>
)
