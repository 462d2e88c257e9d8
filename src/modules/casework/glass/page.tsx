import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { Textarea } from '../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { counted } from '../../../platform/web/words/numbers.ts'
import { glassCategories } from './form.ts'
import { keptPage } from './kept-page.tsx'
import type { GlassRules } from './queries.ts'

export const glassPage = (rules: GlassRules, shown: Shown): PageAnswer =>
  rules.kept === null ? breakingPage(rules, shown) : keptPage(rules, shown)

const breakingPage = (rules: GlassRules, shown: Shown): PageAnswer => ({
  title: 'Break the glass',
  error: errorsOf(shown),
  lead: 'For a case that you cannot see and need at once.',
  children: (
    <div class="turnstone-prose">
      <Rules {...rules} />
      <Form shown={shown}>
        <Input
          label={{ text: 'Reference of the case' }}
          hint={{ text: 'Like TS-7K3M-9QXC, from whoever told you of it' }}
          classes="govuk-input--width-10"
          autocomplete="off"
          spellcheck={false}
          {...fieldOf(shown, 'reference')}
        />
        <Radios
          fieldset={{ legend: { text: 'What kind of need it is' } }}
          items={glassCategories.map(one => ({
            value: one,
            text: `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`,
          }))}
          {...fieldOf(shown, 'category')}
        />
        <Textarea
          label={{ text: 'Why you need it now' }}
          hint={{ text: '20 characters or more, in words that you have not used before' }}
          rows={4}
          {...fieldOf(shown, 'reason')}
        />
        <Button text="Break the glass" classes="govuk-button--warning" preventDoubleClick />
      </Form>
    </div>
  ),
})

const Rules = ({ minutes, tries, limit }: GlassRules) => (
  <ul class="govuk-list govuk-list--bullet">
    <li>You can read the case for {counted(minutes, 'minute')}. You cannot change it.</li>
    <li>Its owner and those who review are told at once that it was you, and why.</li>
    <li>Within 3 working days somebody outside your line says whether it was justified.</li>
    <li>
      Once {counted(limit, 'finding')} in 12 months said that it was not, you can no longer break
      the glass.
    </li>
    <li>Sealed cases do not open in this way. You are not told whether a case is sealed.</li>
    <li>You can try {counted(tries, 'time')} an hour. Each try is on record.</li>
  </ul>
)
