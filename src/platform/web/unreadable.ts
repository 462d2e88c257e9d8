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
  const givenUp = new WeakSet<Duplex>()
  // Not at once: the client could not read an answer while it is still sending.
  const endSoon = (connection: Duplex) =>
    setTimeout(() => connection.destroy(), limits.linger).unref()
  return (error, connection) => {
    // What comes after the first thing that could not be read is not looked at.
    if (givenUp.has(connection)) return
    givenUp.add(connection)
    if (error.code === 'ECONNRESET' || !connection.writable) {
      connection.destroy()
      return
    }
    const answer = answers.get(error.code ?? '') ?? malformed
    log.info('UNREADABLE', { status: answer.status })
    const before = stateOf(latest.get(connection))
    if (before.is === 'being answered') {
      before.exchange.once('finish', () => connection.end(() => endSoon(connection)))
    } else if (before.is === 'still coming') {
      connection.destroy()
    } else {
      endWithBare(answer, connection)
      endSoon(connection)
    }
  }
}

/** Only between two exchanges can we say something that is not taken for the answer to another. */
type Before =
  { is: 'over' } | { is: 'being answered'; exchange: ServerResponse } | { is: 'still coming' }

function stateOf(exchange: ServerResponse | undefined): Before {
  if (exchange === undefined) return { is: 'over' }
  if (!exchange.writableFinished) return { is: 'being answered', exchange }
  return exchange.req.complete ? { is: 'over' } : { is: 'still coming' }
}

const tooSlow = 'The request took too long to arrive. Open the page again.'
const tooLong =
  'The address and what your browser sent with it are too long. Start again from the first page.'
