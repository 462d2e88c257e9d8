import { ProposalTable } from '../proposals/table.tsx'
import type { UserModel } from './user.ts'

/** What was proposed for somebody and waits for a second administrator; nothing where nothing was. */
export const WaitingSection = ({ waiting }: Pick<UserModel, 'waiting'>) =>
  waiting.length > 0 && (
    <>
      <h2 class="govuk-heading-m" id="waiting">
        Waiting for a second administrator
      </h2>
      <ProposalTable
        caption="Waiting for a second administrator"
        proposals={waiting}
        named={false}
      />
    </>
  )
