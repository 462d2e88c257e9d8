import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import type { Case } from '../cases/case.ts'
import { choicesOf, ColleagueFinder } from '../colleagues/finder.tsx'
import type { Found } from '../colleagues/read.ts'
import { crumbsOf } from '../reach/crumbs.ts'
import type { Reach } from '../reach/reach.ts'
import { NamedList } from './named-list.tsx'

export interface NamingModel extends Found {
  case: Case
  reach: Reach
}

export const namingPage = (
  { case: one, reach, find, found }: NamingModel,
  shown: Shown,
): PageAnswer => ({
  title: 'People named on this case',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  lead: 'Whoever is named sees the case, whatever else is decided about it, until the name is taken away.',
  children: (
    <>
      <NamedList reference={one.reference} named={reach.named} />
      <h2 class="govuk-heading-m">Name a colleague</h2>
      <ColleagueFinder find={find} found={found} label="Find a colleague" />
      {found.length > 0 && (
        <div class="turnstone-prose">
          <Form shown={shown}>
            <Radios
              fieldset={{ legend: { text: 'Colleagues found' } }}
              items={choicesOf(found)}
              {...fieldOf(shown, 'colleague')}
            />
            <Button text="Name on this case" preventDoubleClick />
          </Form>
        </div>
      )}
    </>
  ),
})
