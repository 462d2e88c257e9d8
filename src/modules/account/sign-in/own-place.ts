/**
 * Where somebody goes on to after signing in, from `next` of the address: a path of ours, or the first
 * page of one's work. Nothing else: an address that leads elsewhere would make our page vouch for it.
 */
export function ownPlace(next: unknown): string {
  if (typeof next !== 'string' || !shape.test(next)) return home
  // What a browser would make of it must still be here.
  const read = URL.parse(next, origin)
  if (read?.origin !== origin || read.pathname.startsWith('//')) return home
  return notBackTo.some(place => read.pathname.startsWith(place)) ? home : read.pathname
}

const home = '/work'
const origin = 'https://turnstone.invalid'

/** One slash, then neither slash nor backslash, and no control characters or spaces anywhere. */
const shape = /^\/(?![/\\])[\w\-./~%]{0,200}$/

const notBackTo = ['/sign-in', '/sign-out', '/invitations']
