import { expect, test } from 'vitest'
import { unbuiltAssets } from '../assets/manifest.ts'
import { document, Page } from './page.tsx'

const navigation = [
  { text: 'Inspections', href: '/inspections' },
  { text: 'Comparison', href: '/inspections/comparison' },
]

const written = (current: string, more: Partial<Parameters<typeof Page>[0]> = {}) =>
  document(
    <Page
      title="Suffolk"
      navigation={navigation}
      current={current}
      assets={unbuiltAssets}
      {...more}
    />,
  )

test('a page is a whole document in English with a title that names the product', () => {
  const html = written('/inspections/forces/suffolk')
  expect(html).toMatch(/^<!doctype html>\n<html lang="en"/)
  expect(html).toContain('<title>Suffolk - Turnstone</title>')
  expect(html).toContain('name="viewport"')
  expect(html).toContain('</html>')
})

test('the skip link leads to the one main landmark', () => {
  const html = written('/inspections')
  expect(html).toContain('href="#main-content"')
  expect(html.match(/<main /g)).toHaveLength(1)
  expect(html).toContain('<main class="govuk-main-wrapper" id="main-content">')
  expect(html.match(/<h1/g)).toHaveLength(1)
})

test('a page with an error says so first in its title, and shows it above the heading', () => {
  const html = written('/inspections', { error: <div id="summary">Enter a year</div> })
  expect(html).toContain('<title>Error: Suffolk - Turnstone</title>')
  expect(html.indexOf('id="summary"')).toBeLessThan(html.indexOf('<h1'))
})

test('nothing on a page is script or style of its own, so that a strict policy holds', () => {
  const html = written('/inspections', {
    lead: 'What inspectors found',
    breadcrumbs: [{ text: 'Home', href: '/' }],
  })
  expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/)
})

test('every address of a page stays on its own origin', () => {
  const addresses = [...written('/inspections').matchAll(/(?:href|src)="([^"]+)"/g)]
  expect(addresses.length).toBeGreaterThan(8)
  expect(addresses.map(([, address]) => address).filter(a => !/^[/#]/.test(a ?? ''))).toEqual([])
})

test('the page of a section is current; a page below it makes the section active', () => {
  expect(written('/inspections')).toMatch(/href="\/inspections" aria-current="page"/)
  expect(written('/inspections/forces/suffolk')).toMatch(/href="\/inspections" aria-current="true"/)
})

test('only the nearest section is marked', () => {
  const html = written('/inspections/comparison')
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(html).toMatch(/href="\/inspections\/comparison" aria-current="page"/)
})

test('a page outside all sections marks none', () => {
  expect(written('/inspections-of-something-else')).not.toContain('aria-current')
})

test('what a page is given as words stays words', () => {
  expect(written('/', { title: '<script>alert(1)</script>' })).not.toContain('<script>alert')
})
