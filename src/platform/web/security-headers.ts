import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Nothing loads from anywhere else and nothing inline runs: a page that somebody managed to write
 * into still cannot call out. HSTS belongs to whoever ends TLS (docs/operations.md).
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  const own = ["'self'"]
  const nothing = ["'none'"]
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nothing,
        scriptSrc: own,
        styleSrc: own,
        imgSrc: own,
        fontSrc: own,
        formAction: own,
        baseUri: nothing,
        frameAncestors: nothing,
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
}
