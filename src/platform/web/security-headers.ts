import type { FastifyInstance } from 'fastify'

/**
 * Nothing loads from anywhere else and nothing inline runs: a page that somebody managed to write
 * into still cannot call out. Written out here, and not left to a library's defaults, so that this is
 * the whole list and that answers made without a route carry the same. HSTS belongs to whoever ends
 * TLS (docs/operations.md).
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Drafts, and "I am still here": the page's script speaks to this very site alone.
    "connect-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Puts them on every answer that comes from a route, refusals among them. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders)
    done()
  })
}
