/** What stands around every field: its label, hint and error, and the ids that tie them to it. */
import type { ComponentChildren, VNode } from 'preact'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx'
import { Hint, type HintOptions } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'
import { part, spaced, type Content, type Part, type Styled } from './options.ts'

/** What describes a field; `errorMessage` may be undefined, so that a page can pass what it has. */
export interface Described {
  readonly hint?: Part<HintOptions> | undefined
  readonly errorMessage?: Part<ErrorMessageOptions> | undefined
  /** Ids of what else describes the field, parted by spaces. */
  readonly describedBy?: string | undefined
}

interface FormGroupOptions extends Styled {
  readonly beforeInput?: Content
  readonly afterInput?: Content
}

/** The options of every field with one label; `id` is the `name` unless it is given. */
export interface FieldProps extends Described, Styled {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Part<LabelOptions>
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** The hint and the error of a field or group, and the ids of all that describes it. */
export function descriptionOf(id: string, props: Described) {
  const { hint, errorMessage, describedBy } = props
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return {
    shown: (
      <>
        {hint && <Hint {...part(hint)} id={hintId} />}
        {errorMessage && <ErrorMessage {...part(errorMessage)} id={errorId} />}
      </>
    ),
    ids: spaced(describedBy, hint && hintId, errorMessage && errorId),
  }
}

/** A field with its label; `control` makes the field itself from its id and what describes it. */
export function labelledField(
  props: FieldProps,
  control: (id: string, describedBy: string | undefined) => ComponentChildren,
): VNode {
  const id = props.id || props.name
  const description = descriptionOf(id, props)
  return formGroup(props, [
    <Label {...part(props.label)} for={id} />,
    description.shown,
    control(id, description.ids),
  ])
}

/** The box around a field or a group of choices, marked when there is an error. */
export const formGroup = (
  { errorMessage, formGroup: group = {} }: Described & { readonly formGroup?: Styled | undefined },
  children: ComponentChildren,
): VNode => (
  <div
    {...group.attributes}
    class={spaced('govuk-form-group', errorMessage && 'govuk-form-group--error', group.classes)}
  >
    {children}
  </div>
)
