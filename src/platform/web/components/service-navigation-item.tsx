import { spaced, type Attributes, type Content } from './options.ts'

export interface ServiceNavigationItem {
  readonly text: Content
  readonly href?: string | undefined
  /** This is the page itself. */
  readonly current?: boolean | undefined
  /** The page lies within this section. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** One entry of the navigation, marked when it is the page or the section that one is in. */
export function navigationItem(item: ServiceNavigationItem) {
  const marked = item.current || item.active
  const current = item.current ? 'page' : item.active ? 'true' : undefined
  const words = marked ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  )
  return (
    <li
      class={spaced(
        'govuk-service-navigation__item',
        marked && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href ? (
        <a
          {...item.attributes}
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
        >
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {words}
        </span>
      )}
    </li>
  )
}
