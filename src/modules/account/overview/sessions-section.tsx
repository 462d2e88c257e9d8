import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { ButtonForm } from './button-form.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { OwnSession } from './queries.ts'

interface SessionsProps {
  sessions: readonly OwnSession[]
  token: string
}

/** Where one is signed in, each with a button that ends it. */
export const SessionsSection = ({ sessions, token }: SessionsProps) => (
  <>
    <h2 class="govuk-heading-m" id="sessions">
      Where you are signed in
    </h2>
    <p class="govuk-body">If you do not know one of these, end it and change your password.</p>
    <StackedTable
      caption="Sessions"
      captionClasses="govuk-visually-hidden"
      head={['Began', 'Last used', 'Signed in by', 'End it']}
      rows={sessions.map(session => [
        momentInWords(session.beganAt),
        session.isThis ? 'Now, here' : momentInWords(session.seenAt),
        session.means,
        {
          text: (
            <ButtonForm
              action={`/account/sessions/${session.id}/end`}
              token={token}
              text="End"
              about={`the session that began at ${momentInWords(session.beganAt)}`}
            />
          ),
        },
      ])}
    />
    <ButtonForm action="/account/sessions/end" token={token} text="Sign out everywhere" />
  </>
)
