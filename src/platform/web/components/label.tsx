import { said, spaced, type Content, type Styled, type Worded } from './options.ts'

/** The name of one field, as a field takes it. */
export interface LabelOptions extends Styled {
  readonly text: Content
  readonly isPageHeading?: boolean | undefined
}

export interface LabelProps extends Worded {
  /** The id of the field. */
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

/** The name of one field; nothing when it has no words. */
export const Label = (props: LabelProps) => {
  const words = said(props)
  if (!words) return null
  const label = (
    <label for={props.for} {...props.attributes} class={spaced('govuk-label', props.classes)}>
      {words}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
