import { part, spaced, type Absent, type Content, type Part, type Styled } from './options.ts'
import { actionLink, type SummaryActions } from './summary-action.tsx'
import { SummaryCard, type SummaryCardProps } from './summary-card.tsx'

interface SummaryText {
  readonly text: Content
  readonly classes?: string | undefined
}

export interface SummaryRow {
  readonly key: Part<SummaryText>
  readonly value: Part<SummaryText>
  readonly actions?: SummaryActions | undefined
  readonly classes?: string | undefined
}

export interface SummaryListProps extends Styled {
  readonly rows: readonly (SummaryRow | Absent)[]
  /** Puts the list in a card of its own. */
  readonly card?: Omit<SummaryCardProps, 'children'> | undefined
}

/** What is known about one thing, as names and values. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const shown = rows.filter(row => !!row)
  const anyActions = shown.some(row => row.actions && row.actions.items.length > 0)
  const title = card?.title && part(card.title).text
  const list = (
    <dl {...attributes} class={spaced('govuk-summary-list', classes)}>
      {shown.map(row => summaryRow(row, anyActions, title))}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

function summaryRow(row: SummaryRow, anyActions: boolean, card: Content) {
  const key: SummaryText = part(row.key)
  const value: SummaryText = part(row.value)
  return (
    <div
      class={spaced(
        'govuk-summary-list__row',
        anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={spaced('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={spaced('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {row.actions && actionsOf(row.actions, card)}
    </div>
  )
}

function actionsOf({ items, classes }: SummaryActions, card: Content) {
  if (items.length === 0) return null
  return (
    <dd class={spaced('govuk-summary-list__actions', classes)}>
      {items.length === 1 ? (
        items.map(item => actionLink(item, card))
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map(item => (
            <li class="govuk-summary-list__actions-list-item">{actionLink(item, card)}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}
