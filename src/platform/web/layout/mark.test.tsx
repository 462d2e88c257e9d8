import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Mark } from './mark.tsx'

const outlines = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)

test.each(['mark.svg', 'favicon.svg'])('%s has the same shapes as the mark in the header', file => {
  const svg = readFileSync(join(import.meta.dirname, '../assets', file), 'utf8')
  const drawn = outlines(renderToString(<Mark size={32} />))
  expect(drawn).toHaveLength(3)
  expect(outlines(svg)).toEqual(drawn)
})

test('beside the name the mark is decoration, in the colour of the words', () => {
  const html = renderToString(<Mark size={32} />)
  expect(html).toContain('aria-hidden="true"')
  expect(html).toContain('fill="currentColor"')
  expect(html).not.toMatch(/#[0-9a-f]{3,6}/i)
})
