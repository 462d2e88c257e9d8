import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import type { Agency } from '../../agencies/agency.ts'
import { crumbs } from '../../crumbs.ts'

export const newUserPage = (agencies: readonly Agency[], shown: Shown): PageAnswer => ({
  title: 'Make a new account',
  breadcrumbs: crumbs.users,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        The account does nothing by itself: next you invite its holder, then you propose a posting.
        A second administrator agrees to both.
      </p>
      <Form shown={shown}>
        <Select
          label={{ text: 'Agency' }}
          items={[
            { value: '', text: 'Choose' },
            ...agencies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...fieldOf(shown, 'agency')}
        />
        <Input
          label={{ text: 'Given name' }}
          autocomplete="off"
          classes="govuk-input--width-20"
          {...fieldOf(shown, 'given')}
        />
        <Input
          label={{ text: 'Family name' }}
          autocomplete="off"
          classes="govuk-input--width-20"
          {...fieldOf(shown, 'family')}
        />
        <Input
          label={{ text: 'E-mail address at work' }}
          hint={{ text: 'With it they sign in' }}
          type="email"
          autocomplete="off"
          spellcheck={false}
          {...fieldOf(shown, 'email')}
        />
        <Button text="Make the account" preventDoubleClick />
      </Form>
    </div>
  ),
})
