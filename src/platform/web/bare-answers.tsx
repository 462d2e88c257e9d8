import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  isForPrograms,
  refusalAsJson,
  refusalAsPage,
  type Frame,
  type Refusal,
} from './answers.tsx'
import type { ErrorStatus } from './layout/error-page.tsx'
import { securityHeaders } from './security-headers.ts'

/**
 * Answers that are written once, at start, for requests that never reach a route: too many at once,
 * or not readable as HTTP. They cost next to nothing and say the same as every other refusal.
 */
export interface BareAnswer {
  status: number
  page: Form
  json: Form
}

interface Form {
  headers: Readonly<Record<string, string | number>>
  body: Buffer
}

/** 408, 417 and 431 concern programs rather than people, so they share the words of a 400. */
export type BareStatus = ErrorStatus | 408 | 417 | 431

export function bareAnswer(frame: Frame, status: BareStatus, refusal: Refusal = {}): BareAnswer {
  const words = status === 408 || status === 417 || status === 431 ? 400 : status
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    ...(refusal.retryAfter === undefined ? {} : { 'retry-after': refusal.retryAfter }),
  }
  const form = (type: string, text: string): Form => {
    const body = Buffer.from(text)
    return { headers: { ...headers, 'content-type': type, 'content-length': body.length }, body }
  }
  return {
    status,
    page: form('text/html; charset=utf-8', refusalAsPage(frame, words, refusal)),
    json: form('application/json; charset=utf-8', refusalAsJson(words, refusal)),
  }
}

/** As JSON under `/api/`, else as a page. */
export function sendBare(
  answer: BareAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { headers, body } = isForPrograms(request.url ?? '') ? answer.json : answer.page
  response.writeHead(answer.status, headers).end(body)
}

/** For a connection on which no request could be read: a page, and then the end of the connection. */
export function endWithBare(answer: BareAnswer, connection: Duplex): void {
  const { headers, body } = answer.page
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  connection.write(`${head.join('\r\n')}\r\n\r\n`)
  connection.end(body)
}
