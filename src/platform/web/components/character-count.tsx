import { Hint } from './hint.tsx'
import { spaced, type Attributes, type Styled } from './options.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'
import { translations, type Plural } from './translations.ts'

export interface CharacterCountProps extends Omit<TextareaProps, 'describedBy' | 'disabled'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  /** Per cent of the limit from which on the count is shown. */
  readonly threshold?: number | undefined
  readonly countType?: 'characters' | 'words' | 'length' | undefined
  readonly countMessage?: Pick<Styled, 'classes'> | undefined
  /** What the limit is called where no script counts; `%{count}` stands for the number. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Plural | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Plural | undefined
  readonly wordsUnderLimitText?: Plural | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Plural | undefined
}

/** An answer of more than one line that may only be so long; says how much is left. */
export const CharacterCount = (props: CharacterCountProps) => {
  const { id = props.name, formGroup } = props
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={spaced('govuk-js-character-count', props.classes)}
      formGroup={{
        ...formGroup,
        classes: spaced('govuk-character-count', formGroup?.classes),
        attributes: { ...settingsOf(props), ...wordsOf(props), ...formGroup?.attributes },
        afterInput: [
          <Hint
            id={`${id}-info`}
            classes={spaced('govuk-character-count__message', props.countMessage?.classes)}
            text={limitInWords(props)}
          />,
          formGroup?.afterInput,
        ],
      }}
    />
  )
}

const typeOf = ({ countType, maxwords }: CharacterCountProps) =>
  countType ?? (maxwords ? 'words' : undefined)

/** Nothing where only a script will know the limit. */
function limitInWords(props: CharacterCountProps): string | undefined {
  const limit = props.maxwords || props.maxlength
  const counted = typeOf(props) === 'words' ? 'words' : 'characters'
  const words = props.textareaDescriptionText ?? `You can enter up to %{count} ${counted}`
  return limit ? words.replace('%{count}', String(limit)) : undefined
}

function settingsOf(props: CharacterCountProps): Attributes {
  const { maxlength, maxwords, threshold } = props
  const settings = {
    'data-maxlength': maxlength,
    'data-maxwords': maxwords,
    'data-threshold': threshold,
    'data-count-type': typeOf(props),
  }
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  return {
    'data-module': 'govuk-character-count',
    ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
  }
}

const wordsOf = (props: CharacterCountProps): Attributes => {
  const { textareaDescriptionText: other } = props
  const limited = props.maxwords || props.maxlength
  return translations({
    'textarea-description': !limited && other ? { other } : undefined,
    'characters-under-limit': props.charactersUnderLimitText,
    'characters-at-limit': props.charactersAtLimitText,
    'characters-over-limit': props.charactersOverLimitText,
    'words-under-limit': props.wordsUnderLimitText,
    'words-at-limit': props.wordsAtLimitText,
    'words-over-limit': props.wordsOverLimitText,
  })
}
