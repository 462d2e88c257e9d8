import type { FastifyReply } from 'fastify'
import type { Frame } from '../answers.tsx'
import type { Sent } from '../form-body.ts'
import { document } from '../layout/page.tsx'
import { AgainPage } from './again-page.tsx'

/** Answers a form that could not be saved just now: 503, with everything that was sent in the page. */
export function sendAgain(frame: Frame, reply: FastifyReply, unknown: boolean): FastifyReply {
  const { url, body } = reply.request
  const page = <AgainPage {...frame} action={url} sent={(body ?? {}) as Sent} unknown={unknown} />
  return reply
    .code(503)
    .headers({ 'cache-control': 'no-store', 'retry-after': 5 })
    .type('text/html; charset=utf-8')
    .send(document(page))
}
