import { h } from 'preact'
import { part, spaced, type Content, type Part, type Styled } from './options.ts'
import { actionLink, type SummaryActions } from './summary-action.tsx'

export interface SummaryCardTitle {
  readonly text: Content
  readonly classes?: string | undefined
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
}

export interface SummaryCardProps extends Styled {
  readonly title?: Part<SummaryCardTitle> | undefined
  readonly actions?: SummaryActions | undefined
  readonly children?: Content
}

/** A summary list of one thing among several, with a title and what can be done about the whole. */
export const SummaryCard = ({ title, actions, ...props }: SummaryCardProps) => (
  <div {...props.attributes} class={spaced('govuk-summary-card', props.classes)}>
    <div class="govuk-summary-card__title-wrapper">
      {title && heading(part(title))}
      {actions && actionsOf(actions, title && part(title).text)}
    </div>
    <div class="govuk-summary-card__content">{props.children}</div>
  </div>
)

const heading = ({ text, classes, headingLevel = 2 }: SummaryCardTitle) =>
  h(`h${headingLevel}`, { class: spaced('govuk-summary-card__title', classes) }, text)

function actionsOf({ items, classes }: SummaryActions, card: Content) {
  const name = spaced('govuk-summary-card__actions', classes)
  if (items.length === 0) return null
  if (items.length === 1) return <div class={name}>{items.map(item => actionLink(item, card))}</div>
  return (
    <ul class={name}>
      {items.map(item => (
        <li class="govuk-summary-card__action">{actionLink(item, card)}</li>
      ))}
    </ul>
  )
}
