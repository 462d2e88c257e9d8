import { Input, type InputProps } from './input.tsx'
import { spaced, type Absent, type Styled } from './options.ts'

/** One number of a date. */
export interface DateItem extends Styled {
  readonly name?: string | undefined
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly value?: string | undefined
  /** Whether this number is what is wrong; where none says so, an error marks all. */
  readonly error?: boolean | undefined
  readonly inputmode?: InputProps['inputmode']
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
}

export type DateNames = Readonly<Record<'day' | 'month' | 'year', DateItem | Absent>>

interface Surroundings {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly erroneous: boolean
}

/** The field of one number of a date. */
export function datePart(item: DateItem, named: DateNames, around: Surroundings) {
  const kind = kindOf(item, named)
  const bare = item.name ?? kind ?? ''
  const name = around.namePrefix ? `${around.namePrefix}-${bare}` : bare
  return (
    <div class="govuk-date-input__item">
      <Input
        {...ownOf(item, bare)}
        id={item.id || `${around.id}-${bare}`}
        classes={spaced('govuk-date-input__input', ...classesOf(item, kind, around))}
        name={name}
        value={valueOf(item, kind && named[kind]) ?? around.values?.[name]}
      />
    </div>
  )
}

const ownOf = (item: DateItem, bare: string) => ({
  label: { text: item.label || capitalised(bare), classes: 'govuk-date-input__label' },
  inputmode: item.inputmode ?? 'numeric',
  autocomplete: item.autocomplete,
  pattern: item.pattern,
  attributes: item.attributes,
})

const valueOf = (item: DateItem, own: DateItem | Absent) =>
  item.value ?? (own ? own.value : undefined)

type Kind = keyof DateNames

const kindOf = (item: DateItem, named: DateNames): Kind | undefined =>
  (['day', 'month', 'year'] as const).find(kind => {
    const own = named[kind]
    return (
      item === own ||
      (item.name && (item.name === kind || item.name === (own ? own.name : undefined)))
    )
  })

function classesOf(item: DateItem, kind: Kind | undefined, { erroneous }: Surroundings) {
  const given = item.classes ?? ''
  const marked = erroneous && item.error !== false && !given.includes('govuk-input--error')
  return [
    marked && 'govuk-input--error',
    !given.includes('govuk-input--width-') && `govuk-input--width-${kind === 'year' ? 4 : 2}`,
    given,
  ]
}

const capitalised = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
