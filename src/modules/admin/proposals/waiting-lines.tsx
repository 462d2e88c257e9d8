import { proposalPlace, type Proposal } from './proposal.ts'
import { whatIsProposed } from './words.ts'

/** What waits for a second administrator, beside what it is about. */
export const WaitingLines = ({ proposals }: { proposals: readonly Proposal[] }) => (
  <>
    {proposals.map(proposal => (
      <p key={proposal.id} class="govuk-body">
        Waits for a second administrator, proposed by {proposal.proposer}:{' '}
        <a class="govuk-link" href={proposalPlace(proposal)}>
          {whatIsProposed(proposal)}
          <span class="govuk-visually-hidden">{` for ${proposal.whom}`}</span>
        </a>
      </p>
    ))}
  </>
)
