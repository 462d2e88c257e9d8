import { Radios } from '../../../../platform/web/components/radios.tsx'
import { birthInWords, nameInWords } from '../../../people/index.ts'
import { apart } from '../apart.ts'
import { somebodyElse } from './form.ts'
import type { OnRecord } from './read.ts'

export interface OnRecordProps {
  people: readonly OnRecord[]
  today: Temporal.PlainDate
  chosen: string
  wrong: string | undefined
}

/** Those on record with the same names, to choose from: children and suspects in groups of their own. */
export const OnRecordChoices = ({ people, today, chosen, wrong }: OnRecordProps) => {
  const { children, suspects, others } = apart(people, today)
  const groups = [
    { title: 'Children', members: children },
    { title: 'Suspects', members: suspects },
    { title: 'Others', members: others },
  ].filter(({ members }) => members.length > 0)
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-m govuk-!-padding-top-0">Is this one of these people?</h2>
      <p class="govuk-body">
        They are on record with the same names. Whoever you choose is put on this case, and their
        record stays as it is.
      </p>
      {groups.map(({ title, members }, at) => (
        <Radios
          key={title}
          name="same"
          idPrefix={at === 0 ? 'same' : `same-${title.toLowerCase()}`}
          value={chosen}
          classes="govuk-radios--small"
          fieldset={{ legend: { text: title, classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={at === 0 && wrong !== undefined ? { text: wrong } : undefined}
          items={members.map(one => ({
            value: one.id,
            text: `${nameInWords(one)}, born ${birthInWords(one)}`,
            hint: { text: whatIsKnown(one) },
          }))}
        />
      ))}
      <Radios
        name="same"
        idPrefix="same-nobody"
        value={chosen}
        classes="govuk-radios--small"
        items={[{ value: somebodyElse, text: 'None of them: this is somebody else' }]}
      />
    </div>
  )
}

/** What tells people of one name apart: other names, and the cases that the reader may see. */
const whatIsKnown = ({ otherNames, onCases }: OnRecord): string =>
  [
    otherNames.length > 0 && `also ${otherNames.join(', ')}`,
    ...onCases.map(({ role, reference }) => `${role} on ${reference}`),
  ]
    .filter(Boolean)
    .join('; ')
