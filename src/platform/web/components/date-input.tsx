import { datePart, type DateItem, type DateNames } from './date-part.tsx'
import { descriptionOf, formGroup, type Described } from './field.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'
import { spaced, type Absent, type Content, type Styled } from './options.ts'

export interface DateInputProps extends Omit<Described, 'describedBy'>, Styled {
  /** The beginning of every id. */
  readonly id: string
  /** The beginning of every name: "born" makes born-day, born-month and born-year. */
  readonly namePrefix?: string | undefined
  /** What the fields hold, by their names. */
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly day?: DateItem | Absent
  readonly month?: DateItem | Absent
  readonly year?: DateItem | Absent
  /** The fields instead of day, month and year. */
  readonly items?: readonly (DateItem | Absent)[] | undefined
  readonly fieldset?: Omit<FieldsetProps, 'text' | 'children' | 'role'> | undefined
  readonly formGroup?:
    (Styled & { readonly beforeInputs?: Content; readonly afterInputs?: Content }) | undefined
}

/** A day that somebody knows by heart or has before them, as three numbers. */
export const DateInput = (props: DateInputProps) => {
  const { id, fieldset, formGroup: group = {} } = props
  const description = descriptionOf(id, { ...props, describedBy: fieldset?.describedBy })
  const inner = (
    <>
      {description.shown}
      <div {...props.attributes} class={spaced('govuk-date-input', props.classes)} id={id}>
        {group.beforeInputs}
        {partsOf(props)}
        {group.afterInputs}
      </div>
    </>
  )
  return formGroup(
    props,
    fieldset ? (
      <Fieldset {...fieldset} describedBy={description.ids} role="group">
        {inner}
      </Fieldset>
    ) : (
      inner
    ),
  )
}

function partsOf(props: DateInputProps) {
  const named: DateNames = {
    day: props.day === undefined ? { name: 'day' } : props.day,
    month: props.month === undefined ? { name: 'month' } : props.month,
    year: props.year === undefined ? { name: 'year' } : props.year,
  }
  const given = props.items?.length ? props.items : Object.values(named)
  const items = given.filter((item): item is DateItem => !!item)
  const inError = items.filter(item => item.error || item.classes?.includes('govuk-input--error'))
  return items.map(item =>
    datePart(item, named, {
      ...props,
      erroneous: inError.length > 0 ? inError.includes(item) : Boolean(props.errorMessage),
    }),
  )
}
