/** Where passkeys hold: the origin that a browser names, and the domain that a device keeps. */
export interface Place {
  origin: string
  domain: string
}

/**
 * The place of a request: what the setting says, or this machine under the name `localhost`. Null where
 * browsers allow no passkeys: at a bare number, or without TLS elsewhere.
 */
export function placeAt(publicAddress: string | null, host: string): Place | null {
  const origin = publicAddress ?? `http://${host}`
  const url = URL.parse(origin)
  if (url === null) return null
  const { hostname: domain } = url
  if (domain === 'localhost') return { origin: url.origin, domain }
  const allowed = publicAddress !== null && url.protocol === 'https:' && !/^[\d.]+$|:/.test(domain)
  return allowed ? { origin: url.origin, domain } : null
}
