/**
 * The frame that every page stands in: title, header with the mark, navigation, main landmark and
 * footer. It carries no script and no style of its own, so that a strict content policy holds.
 */
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Assets } from '../assets/manifest.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { SkipLink } from '../components/skip-link.tsx'
import { Banners, type Banner } from './banners.tsx'
import { Footer } from './footer.tsx'
import { Header, type NavigationItem } from './header.tsx'
import { sessionAttributes, type SignedIn } from './signed-in.ts'

export interface PageProps {
  /** What this page is about; the document's title and, unless `heading` differs, its first heading. */
  readonly title: string
  /** The first heading where it says more, or less, than the title. */
  readonly heading?: ComponentChildren
  /** A short line above the first heading: what kind of thing this is. */
  readonly caption?: string
  readonly navigation: readonly NavigationItem[]
  /** The path of this page, such as `/inspections/forces/suffolk`: marks its section. */
  readonly current: string
  /** The pages above this one, outermost first. */
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[]
  /** The error summary when something sent was wrong; the title then begins with "Error: ". */
  readonly error?: ComponentChildren
  /** One paragraph below the heading that says what the page answers. */
  readonly lead?: ComponentChildren
  /** Who is signed in; a page without is for everybody. */
  readonly person?: SignedIn | undefined
  /** What holds for every page just now, above the content. */
  readonly banners?: readonly Banner[] | undefined
  readonly assets: Assets
  readonly children?: ComponentChildren
}

/** One whole page, from `<html>` down; `document` makes it a string. */
export const Page = (page: PageProps) => (
  <html lang="en" class="govuk-template turnstone-template">
    <Head title={page.title} erroneous={Boolean(page.error)} assets={page.assets} />
    <body class="govuk-template__body" {...sessionAttributes(page.person)}>
      <SkipLink href="#main-content" text="Skip to main content" />
      <Header navigation={page.navigation} current={page.current} person={page.person} />
      {page.banners && <Banners banners={page.banners} />}
      <div class="govuk-width-container">
        {page.breadcrumbs && (
          <Breadcrumbs
            items={page.breadcrumbs}
            collapseOnMobile
            classes="govuk-!-display-none-print"
          />
        )}
        <main class="govuk-main-wrapper" id="main-content">
          {page.error}
          <Opening {...page} />
          {page.children}
        </main>
      </div>
      <Footer isPublic={page.person === undefined} />
    </body>
  </html>
)

/** The complete document as it is sent. */
export const document = (page: VNode): string => `<!doctype html>\n${renderToString(page)}\n`

/** The slate of the header, which phones also give to the bar above the page. */
const slate = '#22343d'

const Head = (head: { title: string; erroneous: boolean; assets: Assets }) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${head.erroneous ? 'Error: ' : ''}${head.title} - Turnstone`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content={slate} />
    <link rel="icon" href={head.assets.favicon} type="image/svg+xml" sizes="any" />
    <link rel="apple-touch-icon" href={head.assets.touchIcon} />
    <link
      rel="preload"
      href={head.assets.textFont}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link
      rel="preload"
      href={head.assets.boldFont}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href={head.assets.style} />
    <script type="module" src={head.assets.script} />
  </head>
)

const Opening = ({ title, heading = title, caption, lead }: PageProps) => (
  <div class="turnstone-opening">
    <h1 class="govuk-heading-l">
      {caption && <span class="govuk-caption-l">{caption}</span>}
      {heading}
    </h1>
    {lead && <p class="govuk-body-l turnstone-lead">{lead}</p>}
  </div>
)
