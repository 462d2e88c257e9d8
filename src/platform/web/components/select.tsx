import { labelledField, type FieldProps } from './field.tsx'
import { spaced, type Absent, type Attributes } from './options.ts'

export interface SelectItem {
  readonly text: string
  /** What is sent; the text unless it is given. */
  readonly value?: string | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends FieldProps {
  readonly items: readonly (SelectItem | Absent)[]
}

/** One choice out of a long list; `value` is the chosen one. */
export const Select = (props: SelectProps) =>
  labelledField(props, (id, describedBy) => (
    <>
      {props.formGroup?.beforeInput}{' '}
      <select
        {...props.attributes}
        id={id}
        name={props.name}
        class={spaced('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        disabled={props.disabled}
        aria-describedby={describedBy}
      >
        {props.items.map(item => item && option(item, props.value))}
      </select>{' '}
      {props.formGroup?.afterInput}
    </>
  ))

const option = (item: SelectItem, chosen: string | undefined) => (
  <option
    {...item.attributes}
    value={item.value}
    selected={item.selected ?? (Boolean(chosen) && (item.value ?? item.text) === chosen)}
    disabled={item.disabled}
  >
    {item.text}
  </option>
)
