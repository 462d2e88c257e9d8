import { spaced, type Absent, type Attributes, type Content, type Styled } from './options.ts'

export interface PaginationLink {
  readonly href: string
  readonly text?: Content
  /** What is there, shown where there are no page numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationItem =
  | { readonly ellipsis: true }
  | {
      readonly number: number | string
      readonly href: string
      readonly current?: boolean | undefined
      readonly visuallyHiddenText?: string | undefined
      readonly attributes?: Attributes | undefined
    }

export interface PaginationProps extends Styled {
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly items?: readonly (PaginationItem | Absent)[] | undefined
  /** The name of the landmark. */
  readonly landmarkLabel?: string | undefined
}

/** The way through a list that is shown in parts. */
export function Pagination(props: PaginationProps) {
  const { previous, next, items } = props
  const block = !items && Boolean(previous || next)
  return (
    <nav
      {...props.attributes}
      class={spaced('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel ?? 'Pagination'}
    >
      {previous && neighbour('prev', previous, block)}
      {items && <ul class="govuk-pagination__list">{items.map(item => item && page(item))}</ul>}
      {next && neighbour('next', next, block)}
    </nav>
  )
}

const linkClass = 'govuk-link govuk-pagination__link'

function neighbour(side: 'prev' | 'next', link: PaginationLink, block: boolean) {
  const arrowFirst = block || side === 'prev'
  return (
    <div class={`govuk-pagination__${side}`}>
      <a {...link.attributes} class={linkClass} href={link.href} rel={side}>
        {arrowFirst && arrow(side)} {title(link, side === 'prev' ? 'Previous' : 'Next', block)}{' '}
        {!arrowFirst && arrow(side)}
      </a>
    </div>
  )
}

const title = ({ text, labelText }: PaginationLink, fallback: string, block: boolean) => (
  <>
    <span
      class={spaced(
        'govuk-pagination__link-title',
        block && !labelText && 'govuk-pagination__link-title--decorated',
      )}
    >
      {text ?? (
        <>
          {fallback}
          <span class="govuk-visually-hidden"> page</span>
        </>
      )}
    </span>
    {block && labelText && (
      <>
        {' '}
        <span class="govuk-visually-hidden">:</span>{' '}
        <span class="govuk-pagination__link-label">{labelText}</span>
      </>
    )}
  </>
)

const page = (item: PaginationItem) =>
  'ellipsis' in item ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={spaced('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        {...item.attributes}
        class={linkClass}
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )

const arrow = (side: 'prev' | 'next') => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrowPaths[side]} />
  </svg>
)

const arrowPaths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}
