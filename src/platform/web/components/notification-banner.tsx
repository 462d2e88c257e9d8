import { h } from 'preact'
import { said, spaced, type Content, type Worded } from './options.ts'

export interface NotificationBannerProps extends Worded {
  readonly type?: 'success' | undefined
  readonly role?: 'alert' | 'region' | 'status' | undefined
  readonly title?: Content
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** Tells people something that is not about this page's own matter. A plain string becomes its heading. */
export const NotificationBanner = (props: NotificationBannerProps) => {
  const { type, titleId = 'govuk-notification-banner-title', titleHeadingLevel = 2 } = props
  const succeeded = type === 'success'
  return (
    <div
      {...props.attributes}
      class={spaced(
        'govuk-notification-banner',
        succeeded && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role ?? (succeeded ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
    >
      <div class="govuk-notification-banner__header">
        {h(
          `h${titleHeadingLevel}`,
          { class: 'govuk-notification-banner__title', id: titleId },
          props.title ?? (succeeded ? 'Success' : 'Important'),
        )}
      </div>
      <div class="govuk-notification-banner__content">{message(said(props))}</div>
    </div>
  )
}

const message = (words: Content) =>
  typeof words === 'string' && words !== '' ? (
    <p class="govuk-notification-banner__heading">{words}</p>
  ) : (
    words
  )
