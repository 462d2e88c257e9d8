import { said, spaced, type Worded } from './options.ts'

export interface SkipLinkProps extends Worded {
  readonly href?: string | undefined
}

/** The first link of a page: past what every page repeats, to what this one says. */
export const SkipLink = (props: SkipLinkProps) => (
  <a
    data-module="govuk-skip-link"
    {...props.attributes}
    href={props.href || '#content'}
    class={spaced('govuk-skip-link', props.classes)}
  >
    {said(props)}
  </a>
)
