import { spaced, type Absent, type Content, type Styled } from './options.ts'
import { navigationItem, type ServiceNavigationItem } from './service-navigation-item.tsx'

export interface ServiceNavigationProps extends Styled {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly (ServiceNavigationItem | Absent)[] | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  /** Folds the entries behind a button on a narrow screen; when there are several unless said. */
  readonly collapseNavigationOnMobile?: boolean | undefined
  /** The name of the landmark, when the service is named or a slot is filled. */
  readonly ariaLabel?: string | undefined
  readonly slots?:
    | {
        readonly start?: Content
        readonly end?: Content
        /** Puts the end on the line of the entries. */
        readonly endAlign?: 'inline' | undefined
        readonly navigationStart?: Content
        readonly navigationEnd?: Content
      }
    | undefined
}

/** The name of the service and its sections. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots = {} } = props
  const common = {
    ...props.attributes,
    class: spaced('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
  }
  const inner = (
    <div
      class={spaced(
        'govuk-width-container',
        slots.endAlign && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && service(props.serviceName, props.serviceUrl)} {navigation(props)}
      </div>
      {slots.end}
    </div>
  )
  return props.serviceName || slots.start || slots.end ? (
    <section {...common} aria-label={props.ariaLabel ?? 'Service information'}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  )
}

const service = (name: string, href: string | undefined) => (
  <span class="govuk-service-navigation__service-name">
    {href ? (
      <a href={href} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

function navigation(props: ServiceNavigationProps) {
  const { slots = {}, navigationId = 'navigation' } = props
  const items = (props.navigation ?? []).filter(item => !!item)
  const folds = props.collapseNavigationOnMobile ?? items.length > 1
  if ([items[0], slots.navigationStart, slots.navigationEnd].every(shown => !shown)) return null
  return (
    <nav
      aria-label={props.navigationLabel ?? menuText(props)}
      class={spaced('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {folds && menuButton(props, navigationId)}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots.navigationStart}
        {items.map(navigationItem)}
        {slots.navigationEnd}
      </ul>
    </nav>
  )
}

const menuText = ({ menuButtonText = 'Menu' }: ServiceNavigationProps) => menuButtonText

/** Hidden until the script that gives it something to do is there. */
function menuButton(props: ServiceNavigationProps, controls: string) {
  const text = menuText(props)
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={controls}
      aria-label={props.menuButtonLabel === text ? undefined : props.menuButtonLabel}
      hidden
      aria-hidden="true"
    >
      {text}
    </button>
  )
}
