import { isUuid } from '../../../methods/references/uuid.ts'
import type { Assets } from '../assets/manifest.ts'
import { Button } from '../components/button.tsx'
import type { NavigationItem } from '../layout/header.tsx'
import { Page } from '../layout/page.tsx'
import type { Sent } from '../form-body.ts'
import { typedIn } from './sent.ts'

export interface AgainProps {
  /** The address that the form was sent to. */
  readonly action: string
  readonly sent: Sent
  /** Whether it may have been saved all the same. */
  readonly unknown: boolean
  readonly navigation: readonly NavigationItem[]
  readonly assets: Assets
}

/**
 * What somebody reads whose form could not be saved just now. Everything that was sent is in this page,
 * with the key of the form, so that sending it again saves it once, however often it is sent. It
 * is made without the database, which may be what is away.
 */
export const AgainPage = ({ action, sent, unknown, navigation, assets }: AgainProps) => (
  <Page
    title={unknown ? 'It is not sure that this was saved' : 'This was not saved yet'}
    navigation={navigation}
    current=""
    assets={assets}
  >
    <div class="turnstone-prose">
      <p class="govuk-body">{unknown ? unsure : notYet}</p>
      <form method="post" action={action}>
        {Object.entries(sent).flatMap(([name, values]) =>
          [values].flat().map(value => <input type="hidden" name={name} value={value} />),
        )}
        <Button text="Save again" preventDoubleClick />
      </form>
      <Typed sent={sent} />
    </div>
  </Page>
)

const unsure =
  'The connection to the records was lost at the moment of saving. Wait a few seconds and save again: it is saved once, even if it was saved already.'
const notYet =
  'Turnstone cannot reach its records just now. Nothing that you typed is lost: wait a few seconds and save again.'

const Typed = ({ sent }: { sent: Sent }) => {
  const typed = Object.entries(typedIn(sent)).filter(([name]) => !name.includes('password'))
  if (typed.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What you typed</h2>
      {typed.flatMap(([, values]) =>
        [values]
          .flat()
          // The id of a choice tells nobody anything.
          .filter(value => value !== '' && !isUuid(value))
          .map(value => <p class="govuk-body turnstone-typed">{value}</p>),
      )}
    </>
  )
}
