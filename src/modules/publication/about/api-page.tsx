import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { ApiOfCases } from './api-of-cases.tsx'

/** For people who write programs: the same figures as JSON, and their description. */
export const apiPage = (): PageAnswer => ({
  title: 'API',
  lead: 'Every figure on these pages, as JSON, without a key.',
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        The addresses, what they take and what they answer are described in{' '}
        <a class="govuk-link" href="/api/openapi.json">
          the OpenAPI description
        </a>
        . A null means "not found", never zero. When the service is busy it answers 503 and says in
        Retry-After how many seconds to wait.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {addresses.map(({ href, what }) => (
          <li>
            <a class="govuk-link" href={href}>
              {href}
            </a>
            {`: ${what}`}
          </li>
        ))}
      </ul>
      <ApiOfCases />
    </div>
  ),
})

const addresses = [
  { href: '/api/inspections', what: 'the programme: every force, its visits and what was found' },
  { href: '/api/inspections/forces/west-midlands', what: 'one force, with verdicts and reasons' },
  {
    href: '/api/inspections/comparison',
    what: 'the forces that can be compared, and why others cannot',
  },
  { href: '/api/inspections/results', what: 'every sample of every visit' },
  { href: '/api/inspections/areas', what: 'areas of work graded as a whole' },
  { href: '/api/inspections/points', what: 'what inspectors asked or criticised' },
  { href: '/api/inspections/national', what: 'national figures by year' },
]
