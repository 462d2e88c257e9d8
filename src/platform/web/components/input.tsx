import type { VNode } from 'preact'
import { labelledField, type FieldProps } from './field.tsx'
import { part, spaced, type Content, type Part, type Styled } from './options.ts'

export interface AffixOptions extends Styled {
  readonly text: Content
}

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'number' | 'password' | 'search' | 'tel' | 'url' | undefined
  readonly inputmode?:
    'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  readonly pattern?: string | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  readonly spellcheck?: boolean | undefined
  readonly prefix?: Part<AffixOptions> | undefined
  readonly suffix?: Part<AffixOptions> | undefined
  readonly inputWrapper?: Styled | undefined
}

/** An answer of one line. */
export const Input = (props: InputProps) =>
  labelledField(props, (id, describedBy) => {
    const control = input(props, id, describedBy)
    return isAlone(props) ? control : wrapped(props, control)
  })

const isAlone = ({ prefix, suffix, formGroup }: InputProps) =>
  !(prefix || suffix || formGroup?.beforeInput || formGroup?.afterInput)

const wrapped = ({ prefix, suffix, inputWrapper, formGroup }: InputProps, control: VNode) => (
  <div {...inputWrapper?.attributes} class={spaced('govuk-input__wrapper', inputWrapper?.classes)}>
    {formGroup?.beforeInput} {prefix && affix('govuk-input__prefix', prefix)}
    {control}
    {suffix && affix('govuk-input__suffix', suffix)} {formGroup?.afterInput}
  </div>
)

function input(props: InputProps, id: string, describedBy: string | undefined) {
  // Preact's types tie each type to the roles that it allows; no role is given here.
  const type = { type: props.type ?? 'text' } as { type: 'text' }
  return (
    <input
      {...props.attributes}
      {...type}
      class={spaced('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
    />
  )
}

function affix(name: string, given: Part<AffixOptions>) {
  const { text, classes, attributes }: AffixOptions = part(given)
  return (
    <div {...attributes} class={spaced(name, classes)} aria-hidden="true">
      {text}
    </div>
  )
}
