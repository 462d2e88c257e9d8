import { Button } from './button.tsx'
import { Input, type InputProps } from './input.tsx'
import { spaced, type Styled } from './options.ts'
import { translations } from './translations.ts'

export interface PasswordInputProps extends Omit<
  InputProps,
  'type' | 'inputmode' | 'pattern' | 'spellcheck' | 'prefix' | 'suffix' | 'inputWrapper'
> {
  readonly button?: Pick<Styled, 'classes'> | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
}

/** A password, which its owner may look at while typing it, where scripts run. */
export const PasswordInput = (props: PasswordInputProps) => (
  <Input
    {...props}
    type="password"
    spellcheck={false}
    autocapitalize="none"
    autocomplete={props.autocomplete ?? 'current-password'}
    classes={spaced('govuk-password-input__input govuk-js-password-input-input', props.classes)}
    inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
    formGroup={{
      ...props.formGroup,
      classes: spaced('govuk-password-input', props.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...wordsOf(props),
        ...props.formGroup?.attributes,
      },
      afterInput: [showButton(props), props.formGroup?.afterInput],
    }}
  />
)

const showButton = (props: PasswordInputProps) => (
  <Button
    type="button"
    classes={spaced(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      props.button?.classes,
    )}
    text={props.showPasswordText ?? 'Show'}
    attributes={{
      'aria-controls': props.id || props.name,
      'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    }}
  />
)

const wordsOf = (props: PasswordInputProps) =>
  translations({
    'show-password': props.showPasswordText,
    'hide-password': props.hidePasswordText,
    'show-password-aria-label': props.showPasswordAriaLabelText,
    'hide-password-aria-label': props.hidePasswordAriaLabelText,
    'password-shown-announcement': props.passwordShownAnnouncementText,
    'password-hidden-announcement': props.passwordHiddenAnnouncementText,
  })
