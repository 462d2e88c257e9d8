import type { Choice } from './choice.tsx'
import { choices, type ChoicesProps } from './choices.tsx'

interface Checkbox extends Choice {
  readonly name?: string | undefined
  /** Unchecks all others when it is checked, where scripts run. */
  readonly behaviour?: 'exclusive' | undefined
}

export interface CheckboxesProps extends ChoicesProps<Checkbox> {
  /** The values of the choices that are made. */
  readonly values?: readonly string[] | undefined
  readonly describedBy?: string | undefined
}

/** Any number of choices out of a few. */
export const Checkboxes = (props: CheckboxesProps) =>
  choices('govuk-checkboxes', props, (item, describedBy) => ({
    type: 'checkbox',
    name: item.name ?? props.name,
    checked: item.checked ?? props.values?.includes(item.value) ?? false,
    // Without a fieldset nothing else tells a screen reader what describes the group.
    describedBy: props.fieldset ? undefined : describedBy,
    behaviour: item.behaviour,
  }))
