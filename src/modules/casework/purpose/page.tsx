import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { errorsOf } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { purposeCodes, purposes } from './purpose.ts'

/** What is asked about, as its page says it; nothing of what is in it. */
export interface PurposeAsked {
  title: string
  lead: string
  breadcrumbs: { text: string; href: string }[]
  /** Where the answer is sent. */
  action: string
}

/** Not a form with drafts: words are personal data, which the log keeps encrypted and nothing else keeps. */
export const purposePage = (
  { title, lead, breadcrumbs, action }: PurposeAsked,
  shown: Shown,
): PageAnswer => ({
  title,
  lead,
  breadcrumbs,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <form method="post" action={action} noValidate>
        {Object.entries(shown.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Radios
          fieldset={{ legend: { text: 'What you need it for' } }}
          classes="govuk-radios--small"
          items={purposeCodes.map(value => ({ value, text: purposes[value] }))}
          {...fieldOf(shown, 'purpose')}
        />
        <Input
          label={{ text: 'In a few words, if you like; for “Other” you must' }}
          hint={{ text: 'Kept encrypted in the audit log, where a standards auditor can open it' }}
          autocomplete="off"
          {...fieldOf(shown, 'words')}
        />
        <Button text="Continue" preventDoubleClick />
      </form>
    </div>
  ),
})

/** How each kind of record is asked about. */
export const askedOfCase = (reference: string): PurposeAsked => ({
  title: `Why do you need case ${reference}?`,
  lead: outside,
  breadcrumbs: [{ text: 'Cases', href: '/cases' }],
  action: `/cases/${reference}/purpose`,
})

export const askedOfPerson = (id: string): PurposeAsked => ({
  title: 'Why do you need the record of this person?',
  lead: outside,
  breadcrumbs: [{ text: 'People', href: '/people' }],
  action: `/people/${id}/purpose`,
})

/** `query` is the search itself, to which the answer leads back. */
export const askedOfSearch = (list: '/cases' | '/people', query: string): PurposeAsked => ({
  title: 'Why do you search outside your own cases?',
  lead: outside,
  breadcrumbs: [list === '/cases' ? { text: 'Cases', href: list } : { text: 'People', href: list }],
  action: `${list}/purpose?${query}`,
})

const outside =
  'This is outside your own cases. Your answer is in the audit log, and you are not asked the same again this shift.'
