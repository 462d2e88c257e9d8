import type { PageAnswer } from '../../../platform/web/answers.tsx'
import {
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from '../../../platform/web/components/summary-list.tsx'
import { ButtonForm } from './button-form.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { PasskeysSection } from './passkeys-section.tsx'
import type { Account } from './read.ts'
import { SessionsSection } from './sessions-section.tsx'

export interface AccountPage {
  account: Account
  token: string
  name: string
  /** Whether passkeys work at the address by which people come here. */
  passkeysPossible: boolean
}

/** One’s own account: how one signs in, and where one is signed in. */
export const accountPage = (page: AccountPage): PageAnswer => ({
  title: 'Your account',
  caption: page.name,
  children: (
    <>
      <h2 class="govuk-heading-m">How you sign in</h2>
      <SummaryList rows={waysIn(page.account)} />
      {page.account.codes.confirmedAt !== null && (
        <ButtonForm
          action="/account/recovery-codes"
          token={page.token}
          text="Make new recovery codes"
        />
      )}
      <PasskeysSection
        passkeys={page.account.passkeys}
        token={page.token}
        possible={page.passkeysPossible}
      />
      <SessionsSection sessions={page.account.sessions} token={page.token} />
    </>
  ),
})

const waysIn = ({ email, passwordSince, codes, issuers }: Account): SummaryListProps['rows'] => [
  { key: 'Email address', value: email ?? 'None' },
  changeable('Password', passwordSince, '/account/password'),
  changeable('One-time codes', codes.confirmedAt, '/account/one-time-code'),
  { key: 'Recovery codes', value: `${codes.recoveryLeft} left` },
  issuers.length > 0 && { key: 'Identity provider', value: issuers.join(', ') },
]

/** Something that was set up at a time and can be changed; what was never set up is only told. */
const changeable = (key: string, since: string | null, href: string): SummaryRow =>
  since === null
    ? { key, value: 'None' }
    : {
        key,
        value: `Set at ${momentInWords(since)}`,
        actions: { items: [{ href, text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
      }
