import { Button } from '../../../../platform/web/components/button.tsx'
import { CharacterCount } from '../../../../platform/web/components/character-count.tsx'
import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, textOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import type { ToldFinding } from '../read.ts'

/** The answer to a finding; nobody answers for themselves or their line. */
export const AnswerForm = ({ finding, shown }: { finding: ToldFinding; shown: Shown }) =>
  finding.people.some(({ inLine }) => inLine) ? (
    <InsetText text="Somebody of these is you or in your line. Another standards auditor answers here." />
  ) : (
    <div class="turnstone-prose">
      <h2 class="govuk-heading-m">Your answer</h2>
      <Form shown={shown}>
        <input type="hidden" name="seen" value={textOf(shown, 'seen')} />
        <Radios
          fieldset={{ legend: { text: 'Are these look-ups explained?' } }}
          items={[
            { value: 'explained', text: 'Yes, they are explained' },
            { value: 'passed on', text: 'No, I pass them on to professional standards' },
          ]}
          {...fieldOf(shown, 'verdict')}
        />
        <CharacterCount
          label={{ text: 'What explains them, or why you pass them on' }}
          hint={{ text: '10 to 1,000 characters. It is kept with your name and the time.' }}
          maxlength={1000}
          rows={5}
          {...fieldOf(shown, 'reason')}
        />
        <Button text="Answer" preventDoubleClick />
      </Form>
    </div>
  )
