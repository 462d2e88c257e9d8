import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import type { Counts } from './queries.ts'

export const overviewPage = (counts: Counts): PageAnswer => ({
  title: 'Administration',
  lead: 'Who gets in, where they work, and what is set. Administrators see no case.',
  children: (
    <div class="turnstone-prose">
      <SummaryList
        rows={[
          counted('Waiting for you', counts.waiting, '/admin/waiting', 'what waits for you'),
          counted('Accounts', counts.live, '/admin/users?state=open', 'accounts'),
          counted(
            'Of these without posting',
            counts.unposted,
            '/admin/users?state=unposted',
            'accounts without posting',
          ),
          counted(
            'Of these invited and not come',
            counts.invited,
            '/admin/users?state=invited',
            'people who were invited and have not come',
          ),
          counted('Closed accounts', counts.closed, '/admin/users?state=closed', 'closed accounts'),
          counted(
            'Stopped agencies',
            counts.stoppedAgencies,
            '/admin/agencies',
            'agencies that are stopped',
          ),
        ]}
      />
      <ul class="govuk-list">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ),
})

const counted = (key: string, count: number, href: string, what: string) => ({
  key,
  value: String(count),
  ...(count === 0
    ? {}
    : { actions: { items: [{ href, text: 'Show', visuallyHiddenText: what }] } }),
})

const ways = [
  { href: '/admin/waiting', text: 'Waiting for a second administrator' },
  { href: '/admin/users', text: 'Users' },
  { href: '/admin/users/new', text: 'Make a new account' },
  { href: '/admin/agencies', text: 'Agencies and teams' },
  { href: '/admin/tokens', text: 'Programs and tokens' },
  { href: '/admin/settings', text: 'Settings' },
]
