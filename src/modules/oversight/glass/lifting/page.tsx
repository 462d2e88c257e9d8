import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { CharacterCount } from '../../../../platform/web/components/character-count.tsx'
import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import type { Kept } from '../../../casework/index.ts'

export const liftPage = (
  { who, agency, found, latest, inLine }: Kept,
  shown: Shown,
): PageAnswer => ({
  title: `Let ${who} break the glass again`,
  breadcrumbs: [{ text: 'Broken glass', href: '/oversight/glass' }],
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        {who}, {agency}, can no longer break the glass: {counted(found, 'review')} in the last 12
        months found that it was not justified, the latest on {momentInWords(latest)}.
      </p>
      {inLine ? (
        <InsetText text="It is you, or somebody in your line. Another standards auditor lifts it." />
      ) : (
        <Form shown={shown}>
          <p class="govuk-body">
            What was found until now counts no more. The reviews stay as they are.
          </p>
          <CharacterCount
            label={{ text: 'Why' }}
            hint={{ text: '10 to 500 characters, for the other standards auditors' }}
            maxlength={500}
            rows={4}
            {...fieldOf(shown, 'why')}
          />
          <Button text="Let them break the glass again" preventDoubleClick />
        </Form>
      )}
    </div>
  ),
})
