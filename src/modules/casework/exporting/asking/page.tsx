import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { Textarea } from '../../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, textOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { purposes } from '../export.ts'
import { exportCrumbs } from '../request/page.tsx'
import { purposeInWords } from '../words.ts'
import { ExportFilter } from './filter.tsx'
import type { AskModel } from './read.ts'
import { InTheFile } from './in-the-file.tsx'

export const askPage = (model: AskModel, shown: Shown): PageAnswer => ({
  title: 'Take cases out as a file',
  breadcrumbs: exportCrumbs,
  error: errorsOf({ ...shown, errors: shown.errors.length > 0 ? shown.errors : model.errors }),
  lead: 'A second person has to agree before you can.',
  children: (
    <>
      <ExportFilter {...model} />
      {model.errors.length === 0 && (
        <>
          <InTheFile {...model} />
          {mayAsk(model, shown) && <Ask {...{ model, shown }} />}
        </>
      )}
    </>
  ),
})

/** What was typed stays on the page, also where no case fits any more. */
const mayAsk = ({ fits, rules }: AskModel, shown: Shown): boolean =>
  (fits > 0 && fits <= rules.rows) || textOf(shown, 'why') !== ''

const Ask = ({ model, shown }: { model: AskModel; shown: Shown }) => (
  <div class="turnstone-prose">
    <Form shown={shown}>
      {[...new URLSearchParams({ ...model.asked })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        fieldset={{ legend: { text: 'What the file is for' } }}
        items={purposes.map(value => ({ value, text: purposeInWords[value] }))}
        {...fieldOf(shown, 'purpose')}
      />
      <Textarea
        label={{ text: 'Why you need it' }}
        hint={{
          text: '20 characters or more. No names: whoever agrees reads it, and so does whoever oversees.',
        }}
        rows={4}
        {...fieldOf(shown, 'why')}
      />
      <p class="govuk-body">
        {model.others.length === 0
          ? 'Nobody can agree just now: no supervisor of your agency is outside your line.'
          : `One of these must agree: ${model.others.join(', ')}. They are told at once.`}
      </p>
      <Button text="Ask a second person" preventDoubleClick />
    </Form>
  </div>
)
