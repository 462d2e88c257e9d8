import { readdirSync } from 'node:fs'
import nunjucks from 'nunjucks'
import { h, type ComponentChildren, type FunctionComponent } from 'preact'
import { describe, expect, test } from 'vitest'
import { Alert } from './moj-alert.tsx'
import { Badge } from './moj-badge.tsx'
import { SubNavigation } from './moj-sub-navigation.tsx'
import { propsOf, rendered, type Options } from './parity/fixtures.tsx'
import { outline } from './parity/outline.ts'

/** MOJ Frontend publishes no worked examples, so its own macros render ours. */
const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    'node_modules/@ministryofjustice/frontend',
    'node_modules/govuk-frontend/dist',
  ]),
  { autoescape: true },
)

const byMoj = (name: string, macro: string, options: Options): string =>
  templates.renderString(
    `{% from "moj/components/${name}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`,
    { options },
  )

type Props = Record<string, unknown>

const row = (
  name: string,
  macro: string,
  component: (props: never) => ComponentChildren,
  examples: Readonly<Record<string, Options>>,
) => ({
  name,
  macro,
  examples: Object.entries(examples),
  html: (options: Options) => rendered(h(component as FunctionComponent<Props>, propsOf(options))),
})

const attributes = { 'data-first': 'a', 'data-second': 'b' }
const alert = { title: 'You broke the glass', text: 'It is open until 14:05.' }

const rows = [
  row('alert', 'mojAlert', Alert, {
    'with words': alert,
    'with its title alone': { title: alert.title },
    'with a heading': { ...alert, showTitleAsHeading: true },
    'with a heading of another rank': { ...alert, showTitleAsHeading: true, headingTag: 'h3' },
    'with a title alone that is to be a heading': { title: 'Done', showTitleAsHeading: true },
    'of success': { ...alert, variant: 'success' },
    'of warning': { ...alert, variant: 'warning' },
    'of error': { ...alert, variant: 'error' },
    'of information': { ...alert, variant: 'information' },
    'that is read out at once': { ...alert, role: 'alert' },
    'with markup': { title: 'A', html: 'Open <a href="/cases">cases</a> & more' },
    'with a class and attributes': { ...alert, classes: 'one two', attributes },
    'with words that look like markup': { title: 'A "b" <c>', text: '<img> & "more"' },
  }),
  row('badge', 'mojBadge', Badge, {
    plain: { text: 'Restricted' },
    'with markup': { html: '<b>Sealed</b>' },
    'with classes and attributes': { text: 'Sealed', classes: 'moj-badge--red', attributes },
    'with words that look like markup': { text: '<img> & "more"' },
  }),
  row('sub-navigation', 'mojSubNavigation', SubNavigation, {
    'of a case': {
      label: 'Pages of this case',
      items: [
        { text: 'Case', href: '/cases/TS-7K3M-9QXC', active: true },
        { text: 'People', href: '/cases/TS-7K3M-9QXC/people' },
      ],
    },
    'without a label': { items: [{ text: 'Case', href: '/a' }] },
    'without items': { label: 'None', items: [] },
    'with classes, attributes and markup': {
      classes: 'one two',
      attributes,
      items: [{ html: '<b>Case</b>', href: '/a?b=1&c=2', classes: 'three', attributes }],
    },
    'with words that look like markup': { items: [{ text: '<img> & "more"', href: '/"a' }] },
  }),
]

describe.each(rows)('$name is what MOJ Frontend makes of the same options', row => {
  test.each(row.examples)('%s', (_, options) => {
    expect(outline(row.html(options))).toBe(outline(byMoj(row.name, row.macro, options)))
  })

  test.each([
    ['an attribute removed', /\s[a-z-]+="[^"]*"/, ''],
    ['another class', 'class="', 'class="another-'],
    ['an element more', /$/, '<br>'],
  ])('%s would be noticed', (_, from, to) => {
    const [, options] = row.examples[0]!
    const ours = row.html(options).replace(from, to)
    expect(ours).not.toBe(row.html(options))
    expect(outline(ours)).not.toBe(outline(byMoj(row.name, row.macro, options)))
  })
})

test('every component that is called after one of MOJ Frontend is compared with it', () => {
  const ours = readdirSync(import.meta.dirname)
    .flatMap(file => /^moj-(.+)\.tsx$/.exec(file)?.[1] ?? [])
    .filter(name => name !== 'alert-icons')
  expect(rows.map(({ name }) => name)).toEqual(ours)
})
