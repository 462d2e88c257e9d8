import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { crumbs } from '../../crumbs.ts'
import { shownOncePage } from '../../shown-once-page.tsx'
import { lifetimes, type Program } from '../program.ts'
import { placeOfProgram } from '../read.ts'

export const newTokenPage = (program: Program, shown: Shown): PageAnswer => ({
  title: 'Make a token',
  caption: `${program.name}, ${program.agency}`,
  breadcrumbs: crumbs.tokens,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        The next page shows the token, once. Tokens that the program has already go on: make the new
        one, put it in place, then end the old one.
      </p>
      <Form shown={shown}>
        <Radios
          fieldset={{ legend: { text: 'How long it lasts' } }}
          items={lifetimes.map(days => ({ value: days, text: `${days} days` }))}
          {...fieldOf(shown, 'days')}
        />
        <Button text="Make the token" preventDoubleClick />
      </Form>
    </div>
  ),
})

export const tokenPage = (program: Program, token: string, days: number): PageAnswer =>
  shownOncePage({
    title: `Token of ${program.name}`,
    caption: program.agency,
    breadcrumbs: crumbs.tokens,
    label: 'The program sends this with each request:',
    secret: `Authorization: Bearer ${token}`,
    says: [
      `It lasts ${days} days and opens addresses below /api/ only.`,
      'The token is not kept and cannot be shown again. Whoever has it reads what the program may read, so give it to those alone who run the program.',
    ],
    onwards: { text: 'Go on to programs and tokens', href: placeOfProgram(program.id) },
  })
