import { readdirSync } from 'node:fs'
import { h, type ComponentChildren, type FunctionComponent } from 'preact'
import { describe, expect, test } from 'vitest'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { CharacterCount } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { PasswordInput } from './password-input.tsx'
import { fixturesOf, propsOf, rendered, trustedHtml, type Options } from './parity/fixtures.tsx'
import { outline } from './parity/outline.ts'
import { PhaseBanner } from './phase-banner.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

type Props = Record<string, unknown>

/** One component: its name with govuk-frontend, and ours, with what its options need besides `propsOf`. */
const row = (
  name: string,
  component: (props: never) => ComponentChildren,
  adjust: (props: Props, options: Options) => Props = props => props,
) => ({
  name,
  html: (options: Options) =>
    rendered(h(component as FunctionComponent<Props>, adjust(propsOf(options), options))),
})

const rows = [
  row('back-link', BackLink),
  row('breadcrumbs', Breadcrumbs),
  row('button', Button),
  row('character-count', CharacterCount),
  row('checkboxes', Checkboxes, choices),
  row('date-input', DateInput, ({ values, ...props }) => ({
    ...props,
    values: values && asStrings(values),
  })),
  row('details', Details),
  row('error-message', ErrorMessage),
  row('error-summary', ErrorSummary, ({ errorList = [], ...props }) => ({
    ...props,
    errors: errorList,
  })),
  row('fieldset', Fieldset),
  row('hint', Hint),
  row('input', Input),
  row('inset-text', InsetText),
  row('label', Label),
  row('notification-banner', NotificationBanner),
  row('pagination', Pagination, props => ({ ...props, items: withoutEmpty(props['items']) })),
  row('panel', Panel),
  row('password-input', PasswordInput),
  row('phase-banner', PhaseBanner, props => ({ tag: '', ...props })),
  row('radios', Radios, choices),
  row('select', Select, props => ({ items: [], ...props })),
  row('service-navigation', ServiceNavigation, (props, { slots }) => ({
    ...props,
    slots: slots && slotsOf(slots as Options),
  })),
  row('skip-link', SkipLink),
  row('summary-list', SummaryList),
  row('table', Table),
  row('tag', Tag),
  row('textarea', Textarea),
  row('warning-text', WarningText),
]

/** `conditional: { html }` is our `conditional`. */
function choices({ items, values, ...props }: Props): Props {
  const conditional = (item: Props | null) => {
    const further = item?.['conditional'] as { text?: unknown } | undefined
    return further ? { ...item, conditional: further.text } : item
  }
  return {
    ...props,
    ...(values ? { values: (values as unknown[]).map(String) } : {}),
    items: (items as Props[]).map(conditional),
  }
}

const asStrings = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** Slots are HTML even where they are called nothing else; the end may say where it stands. */
function slotsOf({ end, ...slots }: Options): Props {
  const { html, align } = typeof end === 'string' ? { html: end } : ((end ?? {}) as Props)
  const filled = Object.entries({ ...slots, end: html }).filter(([, slot]) => slot)
  return {
    ...Object.fromEntries(filled.map(([name, slot]) => [name, trustedHtml(slot as string)])),
    endAlign: align,
  }
}

/** An entry without any option is left out in both; ours says so by its type. */
const withoutEmpty = (items: unknown) =>
  (items as (Props | null)[] | undefined)?.map(item => item && Object.keys(item).length > 0 && item)

describe.each(rows)('$name is what govuk-frontend makes of the same options', ({ name, html }) => {
  test.each(fixturesOf(name))('$name', fixture => {
    expect(outline(html(fixture.options))).toBe(outline(fixture.html))
  })
})

test('every component that govuk-frontend also has is compared with it', () => {
  const ours = readdirSync(import.meta.dirname).map(file => file.replace(/\.tsx$/, ''))
  expect(rows.map(({ name }) => name)).toEqual(ours.filter(name => fixturesOf(name).length > 0))
})

test.each([
  ['an attribute removed', /\s[a-z-]+="[^"]*"/, ''],
  ['another class', 'class="', 'class="another-'],
  ['a word more', '</', ' more</'],
  ['an element more', /$/, '<br>'],
])('%s would be noticed in each component', (_, from, to) => {
  for (const { name, html } of rows) {
    const [fixture] = fixturesOf(name)
    const ours = html(fixture!.options)
    expect(ours.replace(from, to), name).not.toBe(ours)
    expect(outline(ours.replace(from, to)), name).not.toBe(outline(fixture!.html))
  }
})
