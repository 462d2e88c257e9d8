import { said, spaced, type Content, type Styled, type Worded } from './options.ts'

/** Help with one field, as a field takes it. */
export interface HintOptions extends Styled {
  readonly text: Content
}

export interface HintProps extends Worded {
  readonly id?: string | undefined
}

/** Help that most people need to answer one field. */
export const Hint = (props: HintProps) => (
  <div id={props.id} {...props.attributes} class={spaced('govuk-hint', props.classes)}>
    {said(props)}
  </div>
)
