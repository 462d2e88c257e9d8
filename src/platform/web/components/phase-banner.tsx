import { part, said, spaced, type Content, type Part, type Worded } from './options.ts'
import { Tag } from './tag.tsx'

export interface PhaseBannerProps extends Worded {
  readonly tag: Part<PhaseTag>
}

interface PhaseTag {
  readonly text: Content
  readonly classes?: string | undefined
}

/** Says how finished the whole service is. */
export const PhaseBanner = (props: PhaseBannerProps) => {
  const tag: PhaseTag = part(props.tag)
  return (
    <div
      {...props.attributes}
      class={spaced('govuk-phase-banner', 'govuk-width-container', props.classes)}
    >
      <p class="govuk-phase-banner__content">
        <Tag {...tag} classes={spaced('govuk-phase-banner__content__tag', tag.classes)} />{' '}
        <span class="govuk-phase-banner__text">{said(props)}</span>
      </p>
    </div>
  )
}
