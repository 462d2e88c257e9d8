import { expect, test } from 'vitest'
import { Checkboxes } from './checkboxes.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Input } from './input.tsx'
import { Label } from './label.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { rendered } from './parity/fixtures.tsx'
import { outline } from './parity/outline.ts'
import { Select } from './select.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { Textarea } from './textarea.tsx'

const years = [{ text: '2024' }, { text: '2025' }]

test('a cell of a table holds words, numbers or nodes, and a plain string will do', () => {
  const table = (
    <Table
      caption="Forces"
      firstCellIsHeader
      head={['Force', { text: 'Inspections', format: 'numeric' }, 'State']}
      rows={[
        ['Kent', { text: 3, format: 'numeric' }, { text: <Tag text="Overdue" /> }],
        false,
        [{ text: <a href="/forces/suffolk">Suffolk</a> }, { text: 0, format: 'numeric' }, ''],
      ]}
    />
  )
  expect(outline(rendered(table))).toBe(
    outline(`
      <table class="govuk-table">
        <caption class="govuk-table__caption">Forces</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Force</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">Inspections</th>
            <th scope="col" class="govuk-table__header">State</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">Kent</th>
            <td class="govuk-table__cell govuk-table__cell--numeric">3</td>
            <td class="govuk-table__cell"><strong class="govuk-tag">Overdue</strong></td>
          </tr>
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header"><a href="/forces/suffolk">Suffolk</a></th>
            <td class="govuk-table__cell govuk-table__cell--numeric">0</td>
            <td class="govuk-table__cell"></td>
          </tr>
        </tbody>
      </table>`),
  )
})

test('what somebody typed is never read as markup', () => {
  const typed = '<img src=x onerror=alert(1)> & "more"'
  for (const shown of [
    <Tag text={typed} />,
    <Tag>{typed}</Tag>,
    <Table rows={[[typed]]} />,
    <Textarea name="note" label={typed} hint={typed} errorMessage={typed} value={typed} />,
    <Input name="note" label="Note" value={typed} attributes={{ 'data-note': typed }} />,
    <Select name="note" label="Note" items={[{ text: typed, value: typed }]} />,
    <SummaryList rows={[{ key: typed, value: typed }]} card={{ title: typed }} />,
    <ErrorSummary title={typed} errors={[{ text: typed, href: typed }]} />,
  ]) {
    expect(rendered(shown)).toContain('&amp; &quot;more&quot;')
    expect(outline(rendered(shown))).not.toMatch(/^\s*<img/m)
  }
})

test('a field that is in order has no error, whatever way a page says so', () => {
  const select = (errorMessage: string | undefined) =>
    rendered(<Select name="year" label="Year" items={years} errorMessage={errorMessage} />)
  expect(select(undefined)).not.toContain('error')
  expect(select('')).toBe(select(undefined))
  expect(select('Choose a year')).toContain(
    'class="govuk-select govuk-select--error" aria-describedby="year-error"',
  )
})

test('what goes beside a field stands before and after it', () => {
  const formGroup = { beforeInput: <b>before</b>, afterInput: <b>after</b> }
  const order = (html: string) => html.match(/<b>\w+|<(?:input|select|textarea)|__prefix|__suffix/g)
  const field = { name: 'year', label: 'Year', formGroup }
  expect(order(rendered(<Select {...field} items={years} />))).toEqual([
    '<b>before',
    '<select',
    '<b>after',
  ])
  expect(order(rendered(<Textarea {...field} />))).toEqual(['<b>before', '<textarea', '<b>after'])
  expect(order(rendered(<Input {...field} prefix="£" suffix="a year" />))).toEqual([
    '<b>before',
    '__prefix',
    '<input',
    '__suffix',
    '<b>after',
  ])
  const beside = { beforeInputs: <b>before</b>, afterInputs: <b>after</b> }
  const boxes = (
    <Checkboxes name="year" items={[{ text: '2024', value: '2024' }]} formGroup={beside} />
  )
  expect(order(rendered(boxes))).toEqual(['<b>before', '<input', '<b>after'])
})

test('a label without words is not there, and a banner puts plain words in its heading only', () => {
  expect(rendered(<Label for="year" text="" />)).toBe('')
  expect(rendered(<NotificationBanner text="Saved" />)).toContain('<p class="govuk-notification')
  expect(
    rendered(
      <NotificationBanner>
        <p>Saved</p>
      </NotificationBanner>,
    ),
  ).toContain('<div class="govuk-notification-banner__content"><p>Saved</p></div>')
})
