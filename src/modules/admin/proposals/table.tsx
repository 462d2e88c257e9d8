import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { proposalPlace, type Proposal } from './proposal.ts'
import { stateInWords, whatIsProposed, whomInWords } from './words.ts'

/** Proposals, a row each, with the way to the page that tells all of one. */
export const ProposalTable = ({
  caption,
  proposals,
  named = true,
}: {
  caption: string
  proposals: readonly Proposal[]
  /** Whether each row names for whom it is; not on the page of one account. */
  named?: boolean
}) => (
  <StackedTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    head={[...(named ? ['For whom'] : []), 'What', 'Proposed by', 'When', 'State', 'Look at it']}
    rows={proposals.map(proposal => [
      ...(named ? [whomInWords(proposal)] : []),
      whatIsProposed(proposal),
      proposal.proposer,
      momentInWords(proposal.proposedAt),
      stateInWords(proposal),
      { text: <Open proposal={proposal} /> },
    ])}
  />
)

const Open = ({ proposal }: { proposal: Proposal }) => (
  <a class="govuk-link" href={proposalPlace(proposal)}>
    {proposal.state === 'waiting' && proposal.mayDecide ? 'Decide' : 'Open'}
    <span class="govuk-visually-hidden">{` on ${proposal.whom}: ${whatIsProposed(proposal)}`}</span>
  </a>
)
