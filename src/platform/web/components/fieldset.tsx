import { part, said, spaced, type Content, type Part, type Worded } from './options.ts'

export interface LegendOptions {
  readonly text: Content
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export interface FieldsetProps extends Worded {
  readonly legend?: Part<LegendOptions> | undefined
  /** Ids of what describes the group, parted by spaces. */
  readonly describedBy?: string | undefined
  readonly role?: 'group' | 'radiogroup' | 'presentation' | 'none' | undefined
}

/** Fields that answer one question together. */
export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    role={props.role}
    aria-describedby={props.describedBy}
    {...props.attributes}
    class={spaced('govuk-fieldset', props.classes)}
  >
    {props.legend && legend(part(props.legend))}
    {said(props)}
  </fieldset>
)

const legend = ({ text, classes, isPageHeading }: LegendOptions) => (
  <legend class={spaced('govuk-fieldset__legend', classes)}>
    {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
  </legend>
)
