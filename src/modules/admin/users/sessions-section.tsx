import { Button } from '../../../platform/web/components/button.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { userPlace } from '../crumbs.ts'
import type { UserModel } from './user.ts'

/** Where somebody is signed in now. */
export const SessionsSection = ({ user, sessions }: UserModel) => (
  <>
    <h2 class="govuk-heading-m" id="sessions">
      Signed in now
    </h2>
    {sessions.length === 0 ? (
      <p class="govuk-body">Nowhere.</p>
    ) : (
      <>
        <StackedTable
          caption="Sessions"
          captionClasses="govuk-visually-hidden"
          head={['Began', 'Last used', 'Signed in by']}
          rows={sessions.map(({ beganAt, seenAt, means }) => [
            momentInWords(beganAt),
            momentInWords(seenAt),
            means,
          ])}
        />
        <Button
          text="Sign out everywhere"
          href={`${userPlace(user.id)}/signing-out`}
          classes="govuk-button--secondary"
        />
      </>
    )}
  </>
)
