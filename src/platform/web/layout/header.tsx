/** The header: the mark and the name, which lead home, and the sections of the product. */
import type { ActionName } from '../../access/permissions.ts'
import { ServiceNavigation } from '../components/service-navigation.tsx'
import { Mark } from './mark.tsx'
import { PersonBar, PrintedBy } from './person-bar.tsx'
import type { SignedIn } from './signed-in.ts'

/** A section that the navigation offers on every page. */
export interface NavigationItem {
  readonly text: string
  readonly href: string
  /** Only for those whose role gives this verb; for everybody when left out. */
  readonly action?: ActionName
}

export const Header = (header: {
  readonly navigation: readonly NavigationItem[]
  readonly current: string
  readonly person?: SignedIn | undefined
}) => (
  <header class="turnstone-header">
    <div class="turnstone-header__bar">
      <div class={header.person ? rowClasses : 'govuk-width-container'}>
        <a class="turnstone-header__home" href="/">
          <Mark size={32} />
          <span class="turnstone-header__name">Turnstone</span>
        </a>
        {header.person && <PersonBar person={header.person} />}
      </div>
    </div>
    {header.person && <PrintedBy person={header.person} />}
    {header.navigation.length > 0 && (
      <ServiceNavigation navigation={marked(header.navigation, header.current)} />
    )}
  </header>
)

const rowClasses = 'govuk-width-container turnstone-header__row'

/** The page's own entry is current; else the section that the page lies in is active. */
function marked(navigation: readonly NavigationItem[], path: string) {
  const section = navigation
    .filter(item => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return navigation.map(item => ({
    ...item,
    current: item === section && item.href === path,
    active: item === section && item.href !== path,
  }))
}
