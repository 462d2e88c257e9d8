import { said, spaced, type Worded } from './options.ts'

export interface InsetTextProps extends Worded {
  readonly id?: string | undefined
}

/** A passage set apart from the text around it. */
export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} {...props.attributes} class={spaced('govuk-inset-text', props.classes)}>
    {said(props)}
  </div>
)
