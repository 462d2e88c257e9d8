import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import type { OwnPasskey } from '../passkeys/queries.ts'
import { ButtonForm } from './button-form.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'

interface PasskeysProps {
  passkeys: readonly OwnPasskey[]
  token: string
  /** Whether passkeys work at the address by which people come here. */
  possible: boolean
}

/** Own passkeys, each with a button that removes it. */
export const PasskeysSection = ({ passkeys, token, possible }: PasskeysProps) => (
  <>
    <h2 class="govuk-heading-m" id="passkeys">
      Passkeys
    </h2>
    {passkeys.length > 0 && <PasskeysTable passkeys={passkeys} token={token} />}
    <p class="govuk-body">
      {possible ? (
        <a class="govuk-link" href="/account/passkeys/new">
          Add a passkey
        </a>
      ) : (
        'Passkeys are not set up at this address.'
      )}
    </p>
  </>
)

const PasskeysTable = ({ passkeys, token }: Pick<PasskeysProps, 'passkeys' | 'token'>) => (
  <StackedTable
    caption="Passkeys"
    captionClasses="govuk-visually-hidden"
    head={['Name', 'Added', 'Last used', 'Remove it']}
    rows={passkeys.map(passkey => [
      passkey.name,
      momentInWords(passkey.createdAt),
      passkey.lastUsedAt === null ? 'Never' : momentInWords(passkey.lastUsedAt),
      {
        text: (
          <ButtonForm
            action={`/account/passkeys/${passkey.id}/removal`}
            token={token}
            text="Remove"
            about={passkey.name}
          />
        ),
      },
    ])}
  />
)
