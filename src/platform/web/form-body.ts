import type { FastifyInstance } from 'fastify'

/** What a form sent: each field with its value, or values where it was sent more than once. */
export type Sent = Record<string, string | string[]>

/** Reads forms as browsers send them. Line breaks become "\n", whatever the browser made of them. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, fieldsOf(String(body))),
  )
}

function fieldsOf(body: string): Sent {
  const fields = Object.create(null) as Sent
  for (const [name, value] of new URLSearchParams(body)) {
    const text = plain(value)
    const before = fields[name]
    fields[name] = before === undefined ? text : [before, text].flat()
  }
  return fields
}

/**
 * PostgreSQL takes no NUL; other controls and marks that turn the direction of writing can make a text
 * read as another. They are left out and not refused: nothing that somebody typed is lost by it.
 */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
