/** The worked examples that govuk-frontend publishes with each component, and how they become our props. */
import { existsSync, readFileSync } from 'node:fs'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Options as govuk-frontend's own templates take them. */
export type Options = Readonly<Record<string, unknown>>

export interface Fixture {
  readonly name: string
  readonly options: Options
  /** What its own template makes of the options. */
  readonly html: string
}

/** The fixtures of a component, such as `error-summary`; none when govuk-frontend has no such component. */
export function fixturesOf(component: string): readonly Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  if (!existsSync(file)) return []
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }
  return fixtures
}

/**
 * Options in the form of our props: `text` and `html` become one `text`, as do `titleText` and
 * `titleHtml` and their like; attributes and values are always strings.
 */
export function propsOf(options: Options): Record<string, unknown> {
  const props: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    const [, paired] = /^(summary|title|description)(?:Text|Html)$/.exec(name) ?? []
    const ours = paired ?? (name === 'html' ? 'text' : name)
    if (!/html$/i.test(name)) props[ours] ??= valueOf(name, value)
    else if (value) props[ours] = trustedHtml(value as string)
  }
  return props
}

/**
 * HTML that stands as it is in the page. Only here: a mark takes its place in the tree, and
 * `rendered` puts the HTML where the mark came out.
 */
export function trustedHtml(html: string): VNode {
  const mark = `\uE000${trusted.push(html) - 1}\uE001`
  // A node, not a bare string: some components treat plain words and markup differently.
  return <>{mark}</>
}

/** A component's HTML, with trusted HTML in place. */
export const rendered = (node: ComponentChildren): string =>
  renderToString(<>{node}</>).replace(
    /\uE000(\d+)\uE001/g,
    (_, index) => trusted[Number(index)] ?? '',
  )

const trusted: string[] = []

function valueOf(name: string, value: unknown): unknown {
  if (name === 'attributes') return strings(value as Options)
  if (Array.isArray(value)) return value.map(entry => valueOf('', entry))
  if (typeof value === 'object' && value !== null) return propsOf(value as Options)
  return name === 'value' ? String(value) : value
}

const strings = (values: Options): Options =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
