import { said, spaced, type Content, type Styled, type Worded } from './options.ts'

/** What is wrong with one field, as a field takes it. */
export interface ErrorMessageOptions extends Styled {
  readonly text: Content
  /** The word that only screen readers hear before the message; empty for none. */
  readonly visuallyHiddenText?: string | undefined
}

export interface ErrorMessageProps extends Worded {
  readonly id?: string | undefined
  readonly visuallyHiddenText?: string | undefined
}

/** Says what is wrong with one field, above it. */
export const ErrorMessage = (props: ErrorMessageProps) => {
  const { id, classes, attributes, visuallyHiddenText = 'Error' } = props
  return (
    <p id={id} {...attributes} class={spaced('govuk-error-message', classes)}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {said(props)}
    </p>
  )
}
