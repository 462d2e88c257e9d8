import { spaced, type Absent, type Content, type Styled } from './options.ts'

interface SubNavigationItem extends Styled {
  readonly text: Content
  readonly href: string
  /** The page that is shown. */
  readonly active?: boolean | undefined
}

export interface SubNavigationProps extends Styled {
  /** What screen readers call it. */
  readonly label?: string | undefined
  readonly items: readonly (SubNavigationItem | Absent)[]
}

/** The pages of one record, such as a case. */
export const SubNavigation = ({ label, items, classes, attributes }: SubNavigationProps) => (
  <nav
    {...attributes}
    class={spaced('moj-sub-navigation', classes)}
    aria-label={label ?? 'Secondary navigation region'}
  >
    <ul class="moj-sub-navigation__list">
      {items.map(
        item =>
          item && (
            <li key={item.href} class={spaced('moj-sub-navigation__item', item.classes)}>
              <a
                {...item.attributes}
                class="moj-sub-navigation__link"
                aria-current={item.active ? 'page' : undefined}
                href={item.href}
              >
                {item.text}
              </a>
            </li>
          ),
      )}
    </ul>
  </nav>
)
