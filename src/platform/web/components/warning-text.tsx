import { said, spaced, type Worded } from './options.ts'

export interface WarningTextProps extends Worded {
  /** The word that only screen readers hear before the warning. */
  readonly iconFallbackText?: string | undefined
}

/** Something with consequences. */
export const WarningText = (props: WarningTextProps) => (
  <div {...props.attributes} class={spaced('govuk-warning-text', props.classes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {said(props)}
    </strong>
  </div>
)
