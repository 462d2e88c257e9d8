/** What can be done about a row or a card of a summary list. */
import { spaced, type Attributes, type Content } from './options.ts'

export interface SummaryAction {
  readonly href: string
  readonly text: Content
  /** What the action is about, for people who hear it out of its place. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SummaryActions {
  readonly items: readonly SummaryAction[]
  readonly classes?: string | undefined
}

/** The link of one action; within a card it says for people who listen which card it is about. */
export const actionLink = (action: SummaryAction, card: Content) => (
  <a {...action.attributes} class={spaced('govuk-link', action.classes)} href={action.href}>
    {action.text}
    {(action.visuallyHiddenText || card) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
        {card && <> ({card})</>}
      </span>
    )}
  </a>
)
