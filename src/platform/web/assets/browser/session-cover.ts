import { document, location, made } from './dom.ts'
import { unsent } from './unsent.ts'

/**
 * Puts a plain sentence in place of the page of a session that has ended; answers how to bring the page
 * back. What was typed and not sent stays in it, out of sight, for when the same person is back; where
 * there is nothing of the kind, nothing of the page stays.
 */
export function cover(): () => void {
  const { title } = document
  const isKept = unsent.size > 0
  const parts = [...document.body.children]
  // Styles may show a part that is itself hidden, but never one within a hidden box.
  const kept = made('div', '', ...parts)
  kept.hidden = true
  const heading = made('h1', 'govuk-heading-l turnstone-ended__heading', 'You have been signed out')
  heading.setAttribute('tabindex', '-1')
  const link = made('a', 'govuk-link', isKept ? 'Sign in again in a new tab' : 'Sign in again')
  link.setAttribute('href', `/sign-in?next=${encodeURIComponent(location.pathname)}`)
  if (isKept) link.setAttribute('target', '_blank')
  const covering = made(
    'main',
    'govuk-width-container govuk-main-wrapper',
    heading,
    made('p', 'govuk-body', isKept ? keptHere : nothingLost),
    made('p', 'govuk-body', link),
  )
  document.body.append(covering, ...(isKept ? [kept] : []))
  document.title = 'You have been signed out - Turnstone'
  heading.focus()
  return () => {
    if (!isKept) {
      location.reload()
      return
    }
    covering.remove()
    kept.remove()
    document.body.append(...parts)
    document.title = title
  }
}

const nothingLost = 'Your session has ended. Everything that you saved is kept.'
const keptHere =
  'Your session has ended. What you typed and did not save is still on this page: sign in again in a new tab, then come back to this one.'
