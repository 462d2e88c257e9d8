import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import { whyInWords, type Reach, type ReachRow } from './reach.ts'
import { generalRows, keptOutRows, letInRows, type WhoSeesFacts } from './who-sees-rows.tsx'
import type { Case } from '../cases/case.ts'

export interface WhoSeesProps {
  case: Case
  reach: Reach
  /** Roles of whoever reads. */
  roles: readonly string[]
}

/** Who sees a case and why; what may be changed about it is offered to whoever may. */
export const WhoSees = ({ case: one, reach, roles }: WhoSeesProps) => {
  const governs = one.changeable && roles.includes('supervisor')
  const facts: WhoSeesFacts = { one, reach, governs, at: `/cases/${one.reference}` }
  return (
    <section aria-labelledby="who-sees">
      <h2 class="govuk-heading-m" id="who-sees">
        Who sees this case
      </h2>
      <p class="govuk-body">You see it {whyInWords[one.allowedBy]}.</p>
      {reach.seal && <SealAsked seal={reach.seal} {...facts} />}
      <SummaryList rows={[...generalRows(facts), ...letInRows(facts), ...keptOutRows(facts)]} />
    </section>
  )
}

const SealAsked = ({ seal, at, governs }: { seal: ReachRow } & WhoSeesFacts) => (
  <p class="govuk-body">
    {seal.who} asks a second supervisor about the seal of this case.{' '}
    {governs && (
      <a class="govuk-link govuk-!-display-none-print" href={`${at}/seal/decision`}>
        Read the request
      </a>
    )}
  </p>
)
