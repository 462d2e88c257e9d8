import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Broken } from '../log/broken.ts'
import { factsOf, type Log } from '../log/log.ts'
import type { ErrorStatus } from './layout/error-page.tsx'

/** Codes of surprises that pass by themselves: the person is asked to try again. */
const passing: ReadonlySet<string> = new Set([
  'DATABASE_BUSY',
  'DATABASE_UNREACHABLE',
  'DATABASE_LOST',
])

const retryAfterSeconds = 5

/**
 * Every error leaves as a sentence for the person and a code for the log. Neither ever carries what
 * was sent, nor a stack.
 */
export function errorsBecomeSentences(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => reply.refuse(404))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      return reply.refuse(400, { sentence: sentenceOf(error.validation) })
    }
    const status = statusOf(error)
    if (status >= 500) logSurprise(log, error, request.id, status)
    return status === 503
      ? reply.refuse(503, { retryAfter: retryAfterSeconds })
      : reply.refuse(status)
  })
}

function logSurprise(log: Log, error: Error, request: string, status: number): void {
  const broken = error instanceof Broken
  const code = broken ? (error.code.toUpperCase() as Uppercase<string>) : 'UNEXPECTED'
  log.error(code, { ...(broken ? factsOf(error.facts) : {}), request, status })
}

/**
 * Watches which addresses get a page. Call what it returns once all routes are there: every other
 * verb on those addresses then answers 405, before any body is read.
 */
export function watchForOtherVerbs(app: FastifyInstance): () => void {
  const pages = new Set<string>()
  app.addHook('onRoute', route => {
    if (route.method === 'GET' && !route.url.includes('*')) pages.add(route.url)
  })
  return () => {
    for (const url of pages) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        if (app.hasRoute({ method, url })) continue
        app.route({
          method,
          url,
          onRequest: refuseVerb,
          handler: refuseVerb,
          schema: { hide: true },
        })
      }
    }
  }
}

const refuseVerb = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  reply.header('allow', 'GET, HEAD').refuse(405)

const known: ReadonlySet<number> = new Set([400, 404, 405, 413, 414, 415, 429])

function statusOf(error: FastifyError): ErrorStatus {
  if (error instanceof Broken) return passing.has(error.code) ? 503 : 500
  const status = error.statusCode ?? 500
  if (known.has(status)) return status as ErrorStatus
  return status >= 400 && status < 500 ? 400 : 500
}

/** Names the field and what is wrong with it; the value itself is not repeated. */
const sentenceOf = (validation: readonly { instancePath: string; message?: string }[]): string =>
  validation
    .map(
      ({ instancePath, message }) =>
        `${instancePath.replace(/^\//, '')}: ${message ?? 'not valid'}`,
    )
    .join('; ')
