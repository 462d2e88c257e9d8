import { said, spaced, type Content, type Worded } from './options.ts'

export interface ButtonProps extends Worded {
  readonly id?: string | undefined
  /** With an address, a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  /** Ignores a second press within a second, where scripts run. */
  readonly preventDoubleClick?: boolean | undefined
}

/** Does something when pressed: sends its form, unless `type` or `href` says otherwise. */
export const Button = (props: ButtonProps) =>
  props.href ? (
    <a {...common(props)} href={props.href} role="button" draggable={false}>
      {face(props)}
    </a>
  ) : (
    <button
      value={props.value}
      name={props.name}
      {...common(props)}
      type={props.type ?? 'submit'}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
    >
      {face(props)}
    </button>
  )

const common = ({ id, classes, attributes, isStartButton }: ButtonProps) => ({
  id,
  ...attributes,
  class: spaced('govuk-button', classes, isStartButton && 'govuk-button--start'),
  'data-module': 'govuk-button',
})

const face = (props: ButtonProps): Content => {
  const words = said(props)
  if (!props.isStartButton) return words
  // A start button lays its children out in a row, so markup in its words must be one child.
  return [typeof words === 'string' ? words : <span>{words}</span>, ' ', startIcon]
}

const startIcon = (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
