import { h } from 'preact'
import { Button, type ButtonProps } from './button.tsx'
import { said, spaced, type Content, type Styled, type Worded } from './options.ts'

interface PanelAction extends Styled {
  readonly text: Content
  readonly href?: string | undefined
  readonly type?: ButtonProps['type']
}

interface PanelActions extends Styled {
  readonly items?: readonly PanelAction[] | undefined
}

export interface PanelProps extends Worded {
  readonly title: Content
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** What to do next, of a panel with the class `govuk-panel--interruption`. */
  readonly actions?: PanelActions | undefined
}

/** Says that something is done: the heading of a page that confirms it. */
export const Panel = (props: PanelProps) => {
  const interrupts = props.classes?.includes('govuk-panel--interruption')
  const words = said(props)
  return (
    <div
      {...props.attributes}
      class={spaced('govuk-panel', !interrupts && 'govuk-panel--confirmation', props.classes)}
    >
      {h(`h${props.headingLevel ?? 1}`, { class: 'govuk-panel__title' }, props.title)}
      {words && <div class="govuk-panel__body">{words}</div>}
      {interrupts && props.actions && actionsOf(props.actions)}
    </div>
  )
}

const actionsOf = ({ classes, attributes, items }: PanelActions) => (
  <div {...attributes} class={spaced('govuk-panel__actions', classes)}>
    {items && items.length > 0 && <div class="govuk-button-group">{items.map(action)}</div>}
  </div>
)

const action = ({ text, href, type, classes, attributes }: PanelAction) =>
  href && type !== 'button' ? (
    <>
      <a {...attributes} class={spaced('govuk-link govuk-link--inverse', classes)} href={href}>
        {text}
      </a>{' '}
    </>
  ) : (
    <>
      <Button
        text={text}
        type={type ?? 'button'}
        classes={spaced('govuk-button--inverse', classes)}
        href={href}
        attributes={attributes}
      />{' '}
    </>
  )
