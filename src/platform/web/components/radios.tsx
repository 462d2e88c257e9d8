import type { Choice } from './choice.tsx'
import { choices, type ChoicesProps } from './choices.tsx'

export interface RadiosProps extends ChoicesProps<Choice> {
  /** The value of the choice that is made. */
  readonly value?: string | undefined
}

/** One choice out of a few. */
export const Radios = (props: RadiosProps) =>
  choices('govuk-radios', props, item => ({
    type: 'radio',
    name: props.name,
    checked: item.checked ?? (Boolean(props.value) && item.value === props.value),
  }))
