import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { ErrorSummary } from '../../../platform/web/components/error-summary.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import { withThousands } from '../../../platform/web/words/numbers.ts'
import type { Headlines } from '../../inspection/index.ts'
import { NationalTotals } from './national-totals.tsx'

/** What Turnstone is and what can be found here, in a minute. */
export const frontPage = (headlines: Headlines, wrong?: string): PageAnswer => ({
  title: 'No stone unturned. No claim unproven.',
  error: wrong !== undefined && (
    <ErrorSummary title="There is a problem" errors={[{ text: wrong, href: '#force' }]} />
  ),
  lead: 'Turnstone is the working system of a child-protection partnership: a police Public Protection Unit and the agencies beside it.',
  children: (
    <>
      <p class="govuk-body">
        It helps committed people work a complex case thoroughly, and it shows, with honest figures,
        whether the protection of children is getting better. What it cannot show, it says.
      </p>
      <div class="turnstone-panel">
        <h2 class="govuk-heading-m">The published inspection record</h2>
        <p class="govuk-body">
          {`Since 2014 inspectors have visited every police force in England and Wales to see how it protects children. Their figures are scattered over reports and news pages. Here they are in one place: ${withThousands(headlines.visits)} visits to ${headlines.forces.length} forces, each with its source, its uncertainty, and what it does not show.`}
        </p>
        <form class="turnstone-force-choice" action="/forces" method="get" noValidate>
          <Select
            id="force"
            name="force"
            label={{ text: 'Read about one force' }}
            items={[
              { value: '', text: 'Choose a force' },
              ...headlines.forces.map(({ slug, name }) => ({ value: slug, text: name })),
            ]}
            {...(wrong === undefined ? {} : { errorMessage: { text: wrong } })}
          />
          <Button text="Show force" />
        </form>
      </div>
      <NationalTotals totals={headlines.totals} />
      <h2 class="govuk-heading-m">Where to go next</h2>
      <ul class="govuk-list">
        {places.map(({ href, text, what }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {`: ${what}`}
          </li>
        ))}
      </ul>
    </>
  ),
})

const places = [
  {
    href: '/inspections',
    text: 'All inspections',
    what: 'when each force was visited and what was found, to filter and download',
  },
  {
    href: '/inspections/comparison',
    text: 'Compare forces',
    what: 'which shares differ by more than chance, and why most forces cannot be compared',
  },
  {
    href: '/about',
    text: 'About and sources',
    what: 'where the figures come from, how they are worked out and what they cannot show',
  },
]
