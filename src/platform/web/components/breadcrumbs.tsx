import { spaced, type Attributes, type Content, type Styled } from './options.ts'

export interface Breadcrumb {
  readonly text: Content
  /** Without an address the entry is the page itself. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbsProps extends Styled {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  /** The name of the landmark. */
  readonly labelText?: string | undefined
}

/** The pages above this one, outermost first. */
export const Breadcrumbs = (props: BreadcrumbsProps) => (
  <nav
    aria-label={props.labelText ?? 'Breadcrumb'}
    {...props.attributes}
    class={spaced(
      'govuk-breadcrumbs',
      props.classes,
      props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
  >
    <ol class="govuk-breadcrumbs__list">{props.items.map(entry)}</ol>
  </nav>
)

const entry = ({ text, href, attributes }: Breadcrumb) =>
  href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a {...attributes} class="govuk-breadcrumbs__link" href={href}>
        {text}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  )
