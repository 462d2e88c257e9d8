import { h } from 'preact'
import { alertIcons } from './moj-alert-icons.tsx'
import { said, spaced, type Worded } from './options.ts'

export interface AlertProps extends Worded {
  /** What kind of thing is told; information unless it is given. */
  readonly variant?: keyof typeof alertIcons | undefined
  /** Names the region; also the words, where there are no others. */
  readonly title: string
  readonly showTitleAsHeading?: boolean | undefined
  readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined
  readonly role?: 'region' | 'alert' | 'status' | undefined
}

/** Tells people something about the record that the page shows. It stays until what it tells is over. */
export const Alert = (props: AlertProps) => {
  const { variant = 'information', title, headingTag = 'h2' } = props
  const words = said(props)
  const headed = Boolean(props.showTitleAsHeading && words)
  return (
    <div
      {...props.attributes}
      role={props.role ?? 'region'}
      class={spaced(
        'moj-alert',
        `moj-alert--${variant}`,
        headed && 'moj-alert--with-heading',
        props.classes,
      )}
      aria-label={`${variant}: ${title}`}
      data-module="moj-alert"
    >
      <div>{iconOf(variant)}</div>
      <div class="moj-alert__content">
        {headed && h(headingTag, { class: 'moj-alert__heading' }, title)}
        {words || title}
      </div>
      <div class="moj-alert__action">
        <button class="moj-alert__dismiss" hidden>
          Dismiss
        </button>
      </div>
    </div>
  )
}

const iconOf = (variant: keyof typeof alertIcons) => (
  <svg
    class="moj-alert__icon"
    role="presentation"
    focusable="false"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 30 30"
    height="30"
    width="30"
  >
    {alertIcons[variant]}
  </svg>
)
