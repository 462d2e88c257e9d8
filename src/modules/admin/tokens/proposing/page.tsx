import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { WhoAgrees } from '../../proposals/who-agrees.tsx'
import { crumbs } from '../../crumbs.ts'
import { shownOncePage } from '../../shown-once-page.tsx'
import { lifetimes, type Program } from '../program.ts'
import { placeOfProgram } from '../read.ts'

export interface NewTokenModel {
  program: Program
  /** Names of the administrators who could agree. */
  others: readonly string[]
}

export const newTokenPage = ({ program, others }: NewTokenModel, shown: Shown): PageAnswer => ({
  title: 'Propose a token',
  caption: `${program.name}, ${program.agency}`,
  breadcrumbs: crumbs.tokens,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        The next page shows you the first half of the token, once. A second administrator who agrees
        sees the second half, once. Those who run the program need both. Tokens that it has already
        go on: put the new one in place, then end the old one.
      </p>
      <Form shown={shown}>
        <Radios
          fieldset={{ legend: { text: 'How long it lasts' } }}
          items={lifetimes.map(days => ({ value: days, text: `${days} days` }))}
          {...fieldOf(shown, 'days')}
        />
        <WhoAgrees others={others} />
        <Button text="Propose the token" preventDoubleClick />
      </Form>
    </div>
  ),
})

export const firstHalfPage = (program: Program, half: string): PageAnswer =>
  shownOncePage({
    title: `First half of the token of ${program.name}`,
    caption: program.agency,
    breadcrumbs: crumbs.tokens,
    label: 'First half of the token:',
    secret: half,
    says: [
      'Give it to those alone who run the program. It opens nothing yet: a second administrator has to agree, within 7 days, and hands them the second half.',
      'It is not kept and cannot be shown again. Who does not get it needs another token: withdraw this one and propose it anew.',
    ],
    onwards: { text: 'Go on to programs and tokens', href: placeOfProgram(program.id) },
  })
