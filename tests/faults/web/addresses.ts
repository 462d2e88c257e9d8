import type { FastifyInstance } from 'fastify'

/** What stands for each parameter of an address: something that is there, and something that is not. */
const examples: Readonly<Record<string, readonly string[]>> = {
  slug: ['metropolitan', 'atlantis'],
  token: ['A'.repeat(43)],
}

/**
 * Every address that answers GET to everybody, from the table of routes itself: a page that is added
 * tomorrow is tested tomorrow. Files of the build are left out, and so are pages that belong to people,
 * which the matrix of access asks (tests/access).
 */
export function readableAddresses(app: FastifyInstance): string[] {
  const ofPeople = new Set(app.actingRoutes.map(({ url }) => url))
  return app.addressPatterns
    .filter(pattern => !pattern.startsWith('/assets/') && !ofPeople.has(pattern))
    .flatMap(filled)
}

function filled(pattern: string): string[] {
  const [, name] = /:(\w+)/.exec(pattern) ?? []
  if (name === undefined) return [pattern]
  const values = examples[name]
  if (values === undefined) throw new Error(`Say in ${import.meta.filename} what :${name} may be`)
  return values.flatMap(value => filled(pattern.replace(`:${name}`, value)))
}
