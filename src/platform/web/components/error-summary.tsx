import type { Attributes, Content, Styled } from './options.ts'
import { spaced } from './options.ts'

export interface ErrorSummaryEntry {
  readonly text: Content
  /** The field that is wrong, such as `#force`. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps extends Styled {
  readonly title: Content
  readonly description?: Content
  readonly errors: readonly ErrorSummaryEntry[]
  readonly disableAutoFocus?: boolean | undefined
}

/** Everything that is wrong with what was sent, at the head of the page, each with a link to its field. */
export const ErrorSummary = (props: ErrorSummaryProps) => (
  <div
    data-module="govuk-error-summary"
    {...props.attributes}
    data-disable-auto-focus={props.disableAutoFocus}
    class={spaced('govuk-error-summary', props.classes)}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.title}</h2>
      <div class="govuk-error-summary__body">
        {props.description && <p>{props.description}</p>}
        {props.errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">{props.errors.map(entry)}</ul>
        )}
      </div>
    </div>
  </div>
)

const entry = ({ text, href, attributes }: ErrorSummaryEntry) => (
  <li>
    {href ? (
      <a {...attributes} href={href}>
        {text}
      </a>
    ) : (
      text
    )}
  </li>
)
