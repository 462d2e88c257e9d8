import { said, spaced, type Worded } from './options.ts'

export type BadgeProps = Worded

/** A mark of a record that must not be overlooked, in a word: Restricted, Sealed. */
export const Badge = (props: BadgeProps) => (
  <span {...props.attributes} class={spaced('moj-badge', props.classes)}>
    {said(props)}
  </span>
)
