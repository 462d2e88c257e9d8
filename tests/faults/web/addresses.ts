import type { FastifyInstance } from 'fastify'

/** What stands for each parameter of an address: something that is there, and something that is not. */
const examples: Readonly<Record<string, readonly string[]>> = {
  slug: ['metropolitan', 'atlantis'],
}

/**
 * Every address that answers GET, from the table of routes itself: a page that is added tomorrow is
 * tested tomorrow. Files of the build are left out.
 */
export const readableAddresses = (app: FastifyInstance): string[] =>
  app.addressPatterns.filter(pattern => !pattern.startsWith('/assets/')).flatMap(filled)

function filled(pattern: string): string[] {
  const [, name] = /:(\w+)/.exec(pattern) ?? []
  if (name === undefined) return [pattern]
  const values = examples[name]
  if (values === undefined) throw new Error(`Say in ${import.meta.filename} what :${name} may be`)
  return values.flatMap(value => filled(pattern.replace(`:${name}`, value)))
}
