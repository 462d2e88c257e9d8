import { expect, test } from 'vitest'
import { unbuiltAssets } from '../assets/manifest.ts'
import { ErrorPage, errorWords, type ErrorStatus } from './error-page.tsx'
import { document } from './page.tsx'

const statuses: ErrorStatus[] = [400, 404, 405, 413, 414, 415, 429, 500, 503]

const written = (status: ErrorStatus, more = {}) =>
  document(<ErrorPage status={status} navigation={[]} assets={unbuiltAssets} {...more} />)

test.each(statuses)('a %i says what happened, calmly, and where to go next', status => {
  const { title, sentences } = errorWords(status)
  expect(title.length).toBeLessThan(60)
  expect(sentences.length).toBeGreaterThan(0)
  expect(sentences.every(sentence => sentence.endsWith('.'))).toBe(true)
  expect([title, ...sentences].join(' ')).not.toMatch(/!|invalid|illegal|forbidden|failed|error/i)
  const html = written(status)
  expect(html).toContain(`<title>${title} - Turnstone</title>`)
  expect(html).toContain('href="/"')
})

test('a page that is not there is named as people know it', () => {
  expect(errorWords(404).title).toBe('Page not found')
  expect(errorWords(500).title).toBe('Sorry, there is a problem')
})

test('a busy server says how long to wait, never less than a second', () => {
  expect(errorWords(503, 12).title).toBe('Turnstone is busy: try again in 12 seconds')
  expect(errorWords(503, 0).title).toBe('Turnstone is busy: try again in 1 second')
  expect(written(429, { retryAfter: 60 })).toContain('Wait 60 seconds')
})

test('a sentence for the very case stands instead of the general ones', () => {
  const html = written(400, { sentence: 'Enter a year from 2014 to 2026.' })
  expect(html).toContain('Enter a year from 2014 to 2026.')
  expect(html).not.toContain(errorWords(400).sentences[0])
})
