import { said, spaced, type Worded } from './options.ts'

export type TagProps = Worded

/** The state of something, in a word or two. */
export const Tag = (props: TagProps) => (
  <strong {...props.attributes} class={spaced('govuk-tag', props.classes)}>
    {said(props)}
  </strong>
)
