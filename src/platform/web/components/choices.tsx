/** What radios and checkboxes share: everything but how many may be chosen. */
import { choice, type Choice, type Control } from './choice.tsx'
import { descriptionOf, formGroup, type Described } from './field.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'
import { spaced, type Absent, type Content, type Styled } from './options.ts'

/** A word between two choices, such as "or". */
interface Divider {
  readonly divider: string
}

export interface ChoicesProps<Item> extends Omit<Described, 'describedBy'>, Styled {
  readonly name: string
  /** The beginning of every id; the name unless it is given. */
  readonly idPrefix?: string | undefined
  readonly fieldset?: Omit<FieldsetProps, 'text' | 'children' | 'role'> | undefined
  readonly formGroup?:
    (Styled & { readonly beforeInputs?: Content; readonly afterInputs?: Content }) | undefined
  readonly items: readonly (Item | Divider | Absent)[]
}

/** A group of choices; `control` says how each one stands, given the ids that describe the group. */
export function choices<Item extends Choice>(
  kind: 'govuk-radios' | 'govuk-checkboxes',
  props: ChoicesProps<Item> & Described,
  control: (item: Item, describedBy: string | undefined) => Control,
) {
  const { fieldset, formGroup: group = {} } = props
  const prefix = props.idPrefix || props.name
  const description = descriptionOf(prefix, {
    ...props,
    describedBy: fieldset?.describedBy || props.describedBy,
  })
  const inner = (
    <>
      {description.shown}
      <div data-module={kind} {...props.attributes} class={spaced(kind, props.classes)}>
        {group.beforeInputs}
        {props.items.map((item, at) => {
          if (!item) return null
          if ('divider' in item) return <div class={`${kind}__divider`}>{item.divider}</div>
          // The first choice has the bare id, so that an error summary can link to the group.
          const id = item.id || (at === 0 ? prefix : `${prefix}-${at + 1}`)
          return choice(kind, id, item, control(item, description.ids))
        })}
        {group.afterInputs}
      </div>
    </>
  )
  return formGroup(
    props,
    fieldset ? (
      <Fieldset {...fieldset} describedBy={description.ids}>
        {inner}
      </Fieldset>
    ) : (
      inner
    ),
  )
}
