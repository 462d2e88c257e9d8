import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Tag } from '../../../platform/web/components/tag.tsx'
import { WarningText } from '../../../platform/web/components/warning-text.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { atStart, plural } from '../../../platform/web/words/numbers.ts'
import { GlassFacts } from './facts.tsx'
import { KeptFromGlass, type KeptProps } from './lifting/kept.tsx'
import type { SeenGlass } from './read.ts'

interface GlassAndDay {
  glass: readonly SeenGlass[]
  today: Temporal.PlainDate
}

export type GlassListModel = GlassAndDay & KeptProps

export const glassListPage = ({ glass, today, ...kept }: GlassListModel): PageAnswer => {
  const waiting = glass
    .filter(({ finding }) => finding === null)
    .toSorted((a, b) => a.reviewBy.localeCompare(b.reviewBy, 'en'))
  const overdue = waiting.filter(({ reviewBy }) => isOverdue(reviewBy, today))
  return {
    title: 'Broken glass',
    lead: 'Who took access to a case in need, and why. You see no case. Each is reviewed within 3 working days.',
    children: (
      <>
        {overdue[0] !== undefined && (
          <WarningText text={overdueInWords(overdue.length, overdue[0].reviewBy)} />
        )}
        <h2 class="govuk-heading-m">To review</h2>
        {waiting.length === 0 ? (
          <p class="govuk-body">Nothing waits for review.</p>
        ) : (
          <Waiting glass={waiting} today={today} />
        )}
        <h2 class="govuk-heading-m">Reviewed</h2>
        <Reviewed glass={glass.filter(({ finding }) => finding !== null).toReversed()} />
        <KeptFromGlass {...kept} />
      </>
    ),
  }
}

const overdueInWords = (n: number, oldest: string): string =>
  n === 1
    ? `One review is overdue since ${dayInWords(oldest)}.`
    : `${atStart(plural(n, 'review'))} are overdue, the oldest since ${dayInWords(oldest)}.`

/** By the end of the day it is still in time. */
const isOverdue = (reviewBy: string, today: Temporal.PlainDate): boolean =>
  reviewBy < today.toString()

const Waiting = ({ glass, today }: GlassAndDay) => (
  <StackedTable
    caption="To review"
    captionClasses="govuk-visually-hidden"
    classes="turnstone-log"
    head={['Who', 'Why', 'Review by'].map(text => ({ text }))}
    rows={glass.map(one => [
      {
        text: (
          <div>
            <a class="govuk-link" href={`/oversight/glass/${one.id}`}>
              {one.who}
            </a>
            <span class="turnstone-aside">{one.agency}</span>
          </div>
        ),
      },
      { text: <GlassFacts {...one} /> },
      {
        text: (
          <div>
            {dayInWords(one.reviewBy)}{' '}
            {isOverdue(one.reviewBy, today) && <Tag text="Overdue" classes="govuk-tag--red" />}
            {one.inLine && (
              <span class="turnstone-aside">Yours, or of your line: for another auditor</span>
            )}
          </div>
        ),
      },
    ])}
  />
)

const Reviewed = ({ glass }: Pick<GlassListModel, 'glass'>) =>
  glass.length === 0 ? (
    <p class="govuk-body">Nothing was reviewed yet.</p>
  ) : (
    <StackedTable
      caption="Reviewed"
      captionClasses="govuk-visually-hidden"
      classes="turnstone-log"
      head={['Who', 'Why', 'Review'].map(text => ({ text }))}
      rows={glass.map(one => [
        {
          text: (
            <div>
              {one.who}
              <span class="turnstone-aside">{one.agency}</span>
            </div>
          ),
        },
        { text: <GlassFacts {...one} /> },
        {
          text: (
            <div>
              <Tag
                text={one.finding === 'justified' ? 'Justified' : 'Not justified'}
                classes={one.finding === 'justified' ? 'govuk-tag--green' : 'govuk-tag--red'}
              />
              <span class="turnstone-aside turnstone-typed">{one.review}</span>
              <span class="turnstone-aside">
                {one.reviewer}, {one.reviewedAt && momentInWords(one.reviewedAt)}
              </span>
            </div>
          ),
        },
      ])}
    />
  )
