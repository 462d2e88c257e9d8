import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Log } from '../log/log.ts'
import type { Frame } from './answers.tsx'
import { bareAnswer, endWithBare } from './bare-answers.tsx'
import type { WebLimits } from './limits.ts'

/** Answers what is no HTTP request, or came too slowly, and closes its connection. */
export function unreadableConnections(parts: {
  frame: Frame
  limits: WebLimits
  log: Log
  /** The latest answer on each connection, if any. */
  latest: WeakMap<Duplex, ServerResponse>
}): (error: Error & { code?: string }, connection: Duplex) => void {
  const { frame, limits, log, latest } = parts
  const malformed = bareAnswer(frame, 400)
  const answers = new Map([
    ['ERR_HTTP_REQUEST_TIMEOUT', bareAnswer(frame, 408, { sentence: tooSlow })],
    ['HPE_HEADER_OVERFLOW', bareAnswer(frame, 431, { sentence: tooLong })],
    ['HPE_CHUNK_EXTENSIONS_OVERFLOW', bareAnswer(frame, 413)],
  ])
  return (error, connection) => {
    const answer = answers.get(error.code ?? '') ?? malformed
    if (error.code !== 'ECONNRESET') log.info('UNREADABLE', { status: answer.status })
    if (connection.writable && isBetweenExchanges(latest.get(connection))) {
      endWithBare(answer, connection)
      // Not at once: the client could not read the answer while it is still sending.
      setTimeout(() => connection.destroy(), limits.linger).unref()
    } else {
      connection.destroy()
    }
  }
}

const tooSlow = 'The request took too long to arrive. Open the page again.'
const tooLong =
  'The address and what your browser sent with it are too long. Start again from the first page.'

/** In the middle of an exchange, what is written would be taken for the answer to that. */
const isBetweenExchanges = (latest: ServerResponse | undefined): boolean =>
  latest === undefined || (latest.writableFinished && latest.req.complete)
