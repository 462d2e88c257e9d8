import type { FastifyInstance } from 'fastify'

/**
 * Reads the part of an address after `?`. Plain objects without a prototype, so that a field called
 * `__proto__` is only a field. A repeated field stays visible as a list: a form that expects one
 * value refuses it, instead of quietly taking the first or the last.
 */
export type Query = Record<string, string | string[]> & { [unreadable]?: string }

/** Set when the query cannot be read as text; the value is the sentence for the person. */
export const unreadable = Symbol('unreadable')

/** Longer than any form of ours can make. */
const longest = 2_000

const plain = (): Query => Object.create(null) as Query

export function readQuery(text: string): Query {
  const query = plain()
  if (text.length > longest) {
    query[unreadable] = 'The address of this page is too long. Start again from the form.'
    return query
  }
  for (const [name, value] of new URLSearchParams(text)) {
    if (!isPlainText(name) || !isPlainText(value)) {
      query[unreadable] =
        'The address of this page has characters that cannot be read. Start again from the form.'
      return query
    }
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return query
}

/**
 * Controls (NUL among them) never come from a form; marks that turn the direction of writing can make
 * a text read as another; U+FFFD stands where bytes were not UTF-8 (a lone surrogate, say).
 */
const notPlain = /[\p{Cc}\p{Cs}\uFFFD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

const isPlainText = (text: string): boolean => !notPlain.test(text)

/**
 * What cannot be read as text is refused before any form or query sees it; an address of ours never
 * holds such characters, so there is no page there.
 */
export function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const sentence = (request.query as Query)[unreadable]
    if (!Object.values(request.params as Record<string, string>).every(isPlainText))
      reply.refuse(404)
    else if (sentence !== undefined) reply.refuse(400, { sentence })
    else done()
  })
}
