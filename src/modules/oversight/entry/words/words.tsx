import { Button } from '../../../../platform/web/components/button.tsx'
import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import type { WholeEntry } from '../queries.ts'

/** Words of a search: closed until somebody opens them, which is an entry of its own. */
export type WordsShown =
  { is: 'closed'; token: string } | { is: 'open'; words: string } | { is: 'unreadable' }

export const Words = ({ shown, entry }: { shown: WordsShown; entry: WholeEntry }) => (
  <>
    <h2 class="govuk-heading-m">
      {entry.verb === 'purpose.give' ? 'Words of the purpose' : 'Words searched'}
    </h2>
    {shown.is === 'closed' ? (
      <form method="post" action={`/audit-log/${entry.id}`} class="govuk-!-display-none-print">
        <input type="hidden" name="_token" value={shown.token} />
        <p class="govuk-body">
          They are personal data and are kept encrypted. That you open them will be in the log.
        </p>
        <Button text="Open the words" classes="govuk-button--secondary" />
      </form>
    ) : (
      <InsetText text={shown.is === 'open' ? shown.words : closedForGood} />
    )}
  </>
)

const closedForGood =
  'They do not open: they were sealed with another key than this program has, or were changed since.'
