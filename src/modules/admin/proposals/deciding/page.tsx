import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { SummaryList } from '../../../../platform/web/components/summary-list.tsx'
import { Textarea } from '../../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { crumbs, userPlace } from '../../crumbs.ts'
import { proposalPlace, type Proposal } from '../proposal.ts'
import { agreeingMeans, stateInWords, whatIsProposed, whomInWords } from '../words.ts'

export const decidingPage = (proposal: Proposal, shown: Shown): PageAnswer => ({
  title: 'A proposal that needs a second administrator',
  caption: proposal.whom,
  breadcrumbs: crumbs.waiting,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <SummaryList rows={factsOf(proposal)} />
      {proposal.state === 'waiting' && <ToDo proposal={proposal} shown={shown} />}
    </div>
  ),
})

const factsOf = (proposal: Proposal) => [
  {
    key: 'For whom',
    value: whomInWords(proposal),
    ...wayTo(proposal),
  },
  { key: 'What', value: whatIsProposed(proposal) },
  { key: 'Proposed by', value: proposal.proposer },
  { key: 'When', value: momentInWords(proposal.proposedAt) },
  { key: 'State', value: stateInWords(proposal) },
  ...(proposal.reason === null ? [] : [{ key: 'Why not', value: proposal.reason }]),
]

/** The page of the account, so that whoever decides sees whose it is. */
const wayTo = ({ kind, userId, whom }: Proposal) =>
  userId === null || kind === 'token'
    ? {}
    : {
        actions: {
          items: [{ href: userPlace(userId), text: 'Account', visuallyHiddenText: `of ${whom}` }],
        },
      }

const ToDo = ({ proposal, shown }: { proposal: Proposal; shown: Shown }) => {
  if (proposal.mayDecide) return <Decide proposal={proposal} shown={shown} />
  if (!proposal.isOwn)
    return <p class="govuk-body">This is about you or your line: another administrator decides.</p>
  return (
    <p class="govuk-body">
      You proposed this yourself, so another administrator decides.{' '}
      <a class="govuk-link" href={`${proposalPlace(proposal)}/withdrawal`}>
        Withdraw it
      </a>
    </p>
  )
}

const Decide = ({ proposal, shown }: { proposal: Proposal; shown: Shown }) => (
  <Form shown={shown}>
    {agreeingMeans[proposal.kind].map(said => (
      <p key={said} class="govuk-body">
        {said}
      </p>
    ))}
    <Radios
      fieldset={{ legend: { text: 'Do you agree?', classes: 'govuk-fieldset__legend--m' } }}
      items={[
        { value: 'agree', text: 'Yes' },
        { value: 'decline', text: 'No' },
      ]}
      {...fieldOf(shown, 'decision')}
    />
    <Textarea label={{ text: 'If not, why' }} rows={3} {...fieldOf(shown, 'why')} />
    <Button text="Decide" preventDoubleClick />
  </Form>
)
