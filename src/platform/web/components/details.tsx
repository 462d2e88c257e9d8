import { said, spaced, type Content, type Worded } from './options.ts'

export interface DetailsProps extends Worded {
  readonly summary: Content
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

/** Something that only some readers need, opened by its summary. */
export const Details = (props: DetailsProps) => (
  <details
    id={props.id}
    open={props.open}
    {...props.attributes}
    class={spaced('govuk-details', props.classes)}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{said(props)}</div>
  </details>
)
