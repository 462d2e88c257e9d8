import { labelledField, type FieldProps } from './field.tsx'
import { spaced } from './options.ts'

export interface TextareaProps extends FieldProps {
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
}

/** An answer of more than one line. */
export const Textarea = (props: TextareaProps) =>
  labelledField(props, (id, describedBy) => (
    <>
      {props.formGroup?.beforeInput}{' '}
      <textarea
        {...props.attributes}
        id={id}
        name={props.name}
        class={spaced(
          'govuk-textarea',
          props.errorMessage && 'govuk-textarea--error',
          props.classes,
        )}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy}
        autocomplete={props.autocomplete}
      >
        {props.value}
      </textarea>{' '}
      {props.formGroup?.afterInput}
    </>
  ))
