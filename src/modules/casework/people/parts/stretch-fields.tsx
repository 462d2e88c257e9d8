import { Input, type InputProps } from '../../../../platform/web/components/input.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'

/** From when until when, each only where it is known. */
export const StretchFields = (props: { shown: Shown; from: string; until: string }) => (
  <>
    <Input
      label={{ text: props.from }}
      hint={{ text: 'Day, month and year. Leave empty if not known' }}
      classes="govuk-input--width-10"
      {...fieldOf(props.shown, 'from')}
    />
    <Input
      label={{ text: props.until }}
      hint={{ text: 'Leave empty while it goes on, or if not known' }}
      classes="govuk-input--width-10"
      {...fieldOf(props.shown, 'until')}
    />
  </>
)

export const SourceField = (field: Omit<InputProps, 'label'>) => (
  <Input
    label={{ text: 'Source' }}
    hint={{ text: 'Who said it, or where it is written' }}
    classes="govuk-!-width-two-thirds"
    {...field}
  />
)

/** A day as its field holds it. */
export const writtenDay = (day: string | null): string => (day === null ? '' : dayInWords(day))
