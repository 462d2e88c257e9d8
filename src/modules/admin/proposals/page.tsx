import type { ComponentChildren } from 'preact'
import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { crumbs } from '../crumbs.ts'
import type { Proposal } from './proposal.ts'
import { ProposalTable } from './table.tsx'
import { NobodyElse } from './who-agrees.tsx'

export interface WaitingModel {
  waiting: readonly Proposal[]
  settled: readonly Proposal[]
  /** Names of the other administrators. */
  others: readonly string[]
}

export const waitingPage = ({ waiting, settled, others }: WaitingModel): PageAnswer => ({
  title: 'Waiting for a second administrator',
  breadcrumbs: crumbs.overview,
  lead: 'What gives somebody access takes two administrators: one proposes, another agrees. What takes access away takes one.',
  children: (
    <>
      {others.length === 0 && <NobodyElse />}
      <Section
        id="for-you"
        title="Waiting for you"
        proposals={waiting.filter(({ mayDecide }) => mayDecide)}
      >
        Nothing waits for you.
      </Section>
      <Section
        id="for-others"
        title="Waiting for another administrator"
        proposals={waiting.filter(({ mayDecide }) => !mayDecide)}
      >
        Nothing that you proposed, or that is about you or your line, waits.
      </Section>
      <Section id="settled" title="Decided or lapsed lately" proposals={settled}>
        Nothing yet.
      </Section>
    </>
  ),
})

const Section = ({ id, title, proposals, children }: SectionProps) => (
  <section id={id}>
    <h2 class="govuk-heading-m">{title}</h2>
    {proposals.length === 0 ? (
      <p class="govuk-body">{children}</p>
    ) : (
      <ProposalTable caption={title} proposals={proposals} />
    )}
  </section>
)

interface SectionProps {
  id: string
  title: string
  proposals: readonly Proposal[]
  /** Said where there are none. */
  children: ComponentChildren
}
