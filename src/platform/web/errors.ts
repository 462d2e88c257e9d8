import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Broken } from '../log/broken.ts'
import { factsOf, type Log } from '../log/log.ts'
import { isForPrograms, type Frame } from './answers.tsx'
import { askToSignIn } from './guard.ts'
import { sendAgain } from './forms/again.tsx'
import type { ErrorStatus } from './layout/error-page.tsx'

const retryAfter = 5

const databaseAway =
  'Turnstone cannot reach its records just now. Wait 5 seconds, then open the page again. ' +
  'Nothing that was saved before is lost.'

/**
 * Every error leaves as a sentence for the person and a code for the log. Neither ever carries what
 * was sent, nor a stack.
 */
export function errorsBecomeSentences(app: FastifyInstance, log: Log, frame: Frame): void {
  app.setNotFoundHandler((_request, reply) => reply.refuse(404))
  app.setErrorHandler((error: unknown, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      return reply.refuse(400, { sentence: sentenceOf(error.validation) })
    }
    if (codeOf(error) === 'SESSION_ENDED') return askToSignIn(request, reply)
    if (codeOf(error) === 'ROLES_CHANGED') return reply.refuse(404)
    const status = statusOf(error)
    if (status >= 500) logSurprise(log, error, request.id, status)
    if (status === 503 && isForm(request)) return sendAgain(frame, reply, isNotSure(error))
    return status === 503
      ? reply.refuse(503, { retryAfter, sentence: databaseAway })
      : reply.refuse(status)
  })
}

const isForm = ({ method, url }: FastifyRequest): boolean =>
  method === 'POST' && !isForPrograms(url)

/** What was sent may have been done: its commit, or the answer to it, never came back. */
const isNotSure = (error: unknown): boolean =>
  codeOf(error) === 'OUTCOME_UNKNOWN' || isTooLong(error)

function logSurprise(log: Log, error: unknown, request: string, status: number): void {
  if (error instanceof Broken) log.error(error.code, { ...factsOf(error.facts), request, status })
  else if (isTooLong(error)) log.error('ANSWER_TOO_SLOW', { request, status })
  else log.error('UNEXPECTED', { request, status })
}

/** A route took longer than `limits.work`. */
const isTooLong = (error: unknown): boolean =>
  (error as Partial<FastifyError> | undefined)?.code === 'FST_ERR_HANDLER_TIMEOUT'

const known: ReadonlySet<number> = new Set([400, 404, 405, 413, 414, 415, 429])

/** Anything may be thrown, also what is no error, or nothing. */
function statusOf(error: unknown): ErrorStatus {
  if (error instanceof Broken) return passes(error) ? 503 : 500
  if (isTooLong(error)) return 503
  const status = ownStatus(error)
  if (known.has(status)) return status as ErrorStatus
  return status >= 400 && status < 500 ? 400 : 500
}

const ownStatus = (error: unknown): number =>
  (error as Partial<FastifyError> | undefined)?.statusCode ?? 500

const codeOf = (error: unknown): string | null => (error instanceof Broken ? error.code : null)

/** Surprises that pass by themselves: the person is asked to try again. */
const passing: ReadonlySet<string> = new Set([
  'DATABASE_BUSY',
  'DATABASE_LOST',
  'DATABASE_TIMEOUT',
  'DATABASE_UNREACHABLE',
  'DATABASE_WARNING',
  'OUTCOME_UNKNOWN',
])

/** SQLSTATE classes: 40 lost a race with another transaction, 53 no connection, memory or disk left. */
const passes = ({ code, facts }: Broken): boolean =>
  passing.has(code) || /^(40|53)/.test(String(facts['sqlstate'] ?? ''))

/** Names the field and what is wrong with it; neither its value nor a name that we do not know is repeated. */
const sentenceOf = (
  validation: readonly { keyword: string; instancePath: string; message?: string }[],
): string =>
  validation
    .map(({ keyword, instancePath, message }) =>
      keyword === 'unrecognized_keys'
        ? 'the address has a field that is not known here (/api/openapi.json lists the fields)'
        : `${instancePath.replace(/^\//, '')}: ${message ?? 'not valid'}`,
    )
    .join('; ')

/**
 * An address that no route has is 404; one that others reach with another verb is 405 and says with
 * which. Both are answered before any body is read, in the frame of whoever asked.
 */
export function refuseUnknownAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) {
      done()
      return
    }
    const allowed = verbsOf(app, request.url.split('?', 1)[0] ?? '/')
    if (allowed.length === 0) reply.refuse(404)
    else refuseVerb(reply, allowed)
  })
}

const refuseVerb = (reply: FastifyReply, allowed: readonly string[]): FastifyReply =>
  reply.header('allow', allowed.join(', ')).refuse(405)

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const verbsOf = (app: FastifyInstance, url: string): string[] =>
  // Fastify's type forgets that there may be none.
  verbs.filter(method => (app.findRoute({ method, url }) as object | null) !== null)
