import { said, spaced, type Worded } from './options.ts'

export interface BackLinkProps extends Worded {
  readonly href?: string | undefined
}

/** A link to the page before this one in a journey. */
export const BackLink = (props: BackLinkProps) => (
  <a
    {...props.attributes}
    href={props.href || '#'}
    class={spaced('govuk-back-link', props.classes)}
  >
    {said(props) ?? 'Back'}
  </a>
)
