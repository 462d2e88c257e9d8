import { InsetText } from '../../../platform/web/components/inset-text.tsx'

/** Who has to agree before anything happens; where there is nobody, how a partnership gets a second administrator. */
export const WhoAgrees = ({ others }: { others: readonly string[] }) =>
  others.length === 0 ? (
    <NobodyElse />
  ) : (
    <p class="govuk-body">
      It gives nothing until a second administrator agrees: {others.join(', ')}. It lapses after 7
      days.
    </p>
  )

export const NobodyElse = () => (
  <InsetText>
    No other administrator could agree. Whoever runs the server invites one at its command line:{' '}
    <code class="turnstone-typed">turnstone admin invite EMAIL --name "Given Family"</code>
  </InsetText>
)
