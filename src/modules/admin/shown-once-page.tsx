import type { PageAnswer } from '../../platform/web/answers.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'

export interface ShownOnce {
  title: string
  caption: string
  breadcrumbs: NonNullable<PageAnswer['breadcrumbs']>
  /** What only this page shows. */
  secret: string
  /** What it is, for whoever hears the page. */
  label: string
  says: readonly string[]
  onwards: { text: string; href: string }
}

/** Shows something that the program does not keep, once. */
export const shownOncePage = (once: ShownOnce): PageAnswer => ({
  title: once.title,
  caption: once.caption,
  breadcrumbs: once.breadcrumbs,
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">{once.label}</p>
      <InsetText>
        <code class="turnstone-typed" id="shown-once">
          {once.secret}
        </code>
      </InsetText>
      {once.says.map(said => (
        <p key={said} class="govuk-body">
          {said}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={once.onwards.href}>
          {once.onwards.text}
        </a>
      </p>
    </div>
  ),
})
