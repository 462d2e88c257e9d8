/** What must be kept in mind on every page for as long as it holds, between header and content. */
import type { ComponentChildren } from 'preact'

export interface Banner {
  /** What it is about, for those who hear the page: "Demonstration". */
  readonly label: string
  readonly text: ComponentChildren
  /** Set apart in colour: something that somebody did and must not forget. */
  readonly urgent?: boolean | undefined
}

export const Banners = ({ banners }: { readonly banners: readonly Banner[] }) => (
  <>
    {banners.map(({ label, text, urgent }) => (
      <section
        key={label}
        class={urgent ? 'turnstone-banner turnstone-banner--urgent' : 'turnstone-banner'}
        aria-label={label}
      >
        <div class="govuk-width-container">
          <p class="turnstone-banner__text">{text}</p>
        </div>
      </section>
    ))}
  </>
)
