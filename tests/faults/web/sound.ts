import { expect } from 'vitest'
import { securityHeaders } from '../../../src/platform/web/security-headers.ts'
import type { Answer } from './listening.ts'

/**
 * What holds of every answer whatever was sent: the headers that keep a browser safe, nothing about
 * the software, a right type, and for a refusal a sentence and not a stack.
 */
export function expectSound(answer: Answer): void {
  expect(answer.status).toBeLessThan(500)
  expectSafeHeaders(answer)
  expectWhole(answer)
  if (answer.status >= 400) expectSentence(answer)
}

export function expectSafeHeaders({ headers }: Answer): void {
  expect(headers).toMatchObject(securityHeaders)
  expect(headers['server']).toBeUndefined()
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['cache-control']).toBeDefined()
}

function expectWhole({ status, headers, body }: Answer): void {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('text/html')) {
    expect(type).toBe('text/html; charset=utf-8')
    expectDocument(body)
  } else if (type.startsWith('application/json')) {
    expect(() => JSON.parse(body) as unknown).not.toThrow()
  } else {
    expect([200, 303]).toContain(status)
  }
}

/** Refusals say a sentence, and nothing of the program's insides. */
export function expectSentence({ headers, body }: Answer): void {
  expect(body).not.toMatch(
    /\bat .*\.[jt]sx?:\d+|node_modules|FST_ERR|\bstack\b|PostgreSQL|SQLSTATE/,
  )
  if (headers['content-type']?.startsWith('application/json')) {
    expect(JSON.parse(body)).toMatchObject({
      error: { status: expect.any(Number), sentence: expect.stringMatching(/\w+ \w+/) },
    })
  } else {
    expect(body).toMatch(/<h1[^>]*>.*\w+/s)
  }
}

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** One HTML document whose elements close in the order in which they opened. */
export function expectDocument(html: string): void {
  expect(html).toMatch(/^<!doctype html>\n<html lang="en"/)
  expect(unclosed(html)).toEqual([])
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  expect(html.match(/<title>[^<]+<\/title>/g)).not.toBeNull()
  expect(inline(html)).toEqual([])
}

/** A tag; what stands between quotes may be any text. */
const tags = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|[^">])*)>/g

/** Elements that are not closed, or closed in the wrong order. */
function unclosed(html: string): string[] {
  const open: string[] = []
  for (const [, slash, name = '', rest = ''] of html.matchAll(tags)) {
    if (slash === '/') {
      if (open.pop() !== name) return [`</${name}>`]
    } else if (!rest.endsWith('/') && !empty.test(name)) open.push(name)
  }
  return open
}

/** The policy forbids what is inline: a page that has some would be broken, or was written into. */
export function inline(html: string): string[] {
  return [...html.matchAll(tags)]
    .map(([tag]) => tag)
    .filter(tag => {
      const bare = tag.replace(/"[^"]*"/g, '""')
      return (
        /\sstyle=|\son[a-z]+=|^<(style|base|iframe|object|embed)\b/i.test(bare) ||
        (bare.startsWith('<script') && !bare.includes(' src=""')) ||
        /(?:href|src|action|formaction)="\s*(?:javascript|data|vbscript):/i.test(tag)
      )
    })
}
