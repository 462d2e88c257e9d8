import { Button } from '../../../platform/web/components/button.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { userPlace } from '../crumbs.ts'
import type { Posting, UserModel } from './user.ts'

/** Where somebody works now, and where before. */
export const PostingsSection = ({ user, postings, isOneself }: UserModel) => {
  const [now, past] = [postings.filter(p => p.holds), postings.filter(p => !p.holds)]
  const end = (posting: Posting) =>
    isOneself ? (
      'Another administrator'
    ) : (
      <a class="govuk-link" href={`${userPlace(user.id)}/postings/${posting.id}/end`}>
        End<span class="govuk-visually-hidden">{` ${posting.role}, ${posting.team}`}</span>
      </a>
    )
  return (
    <>
      <h2 class="govuk-heading-m" id="postings">
        Postings now
      </h2>
      {now.length === 0 ? (
        <p class="govuk-body">None, so signing in leads to their own account alone.</p>
      ) : (
        <StackedTable
          caption="Postings now"
          captionClasses="govuk-visually-hidden"
          head={['Role', 'Where', 'From', 'Until', 'Given by', 'End it']}
          rows={now.map(posting => [...cellsOf(posting), { text: end(posting) }])}
        />
      )}
      {!isOneself && (
        <Button
          text="Propose a posting"
          href={`${userPlace(user.id)}/postings/new`}
          classes="govuk-button--secondary"
        />
      )}
      {past.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Postings before</h2>
          <StackedTable
            caption="Postings before"
            captionClasses="govuk-visually-hidden"
            head={['Role', 'Where', 'From', 'Until', 'Given by']}
            rows={past.map(cellsOf)}
          />
        </>
      )}
    </>
  )
}

const cellsOf = (posting: Posting): string[] => [
  posting.role,
  posting.forceWide
    ? `Every ordinary case of the area (${posting.team}, ${posting.agency})`
    : `${posting.team}, ${posting.agency}`,
  momentInWords(posting.from),
  posting.until === null ? 'No end' : momentInWords(posting.until),
  givenBy(posting),
]

function givenBy({ postedBy, agreedBy }: Posting): string {
  if (postedBy === null) return 'The program'
  return agreedBy === null ? postedBy : `${postedBy}, agreed by ${agreedBy}`
}
