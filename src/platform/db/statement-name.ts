import { createHash } from 'node:crypto'

/** Beyond this many different texts (lists of many lengths, say) statements go unnamed: every name costs the server memory on every connection. */
const limit = 1000

const names = new Map<string, string>()

/**
 * The name under which a statement is prepared once for each connection, so that the server plans
 * its row policies once and not at every call. Undefined when the store is full.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= limit) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
