import { document, made, timeOf } from './dom.ts'

export interface Warning {
  /** When the session ends, if nothing is done about it. */
  readonly end: number
  /** It ends because nothing is done, which staying changes; else it ends in any case. */
  readonly isIdle: boolean
  alive(): void
  ended(): void
}

/** Says that the session will end and offers to stay; answers how to take the words away again. */
export function warn(warning: Warning): () => void {
  const { end, isIdle } = warning
  const dialog = document.createElement('dialog')
  dialog.className = 'turnstone-session'
  dialog.setAttribute('aria-labelledby', 'session-heading')
  dialog.setAttribute('aria-describedby', 'session-words')
  const heading = made('h2', 'govuk-heading-m', `You will be signed out at ${timeOf(end)}`)
  heading.setAttribute('id', 'session-heading')
  const words = made('p', 'govuk-body', isIdle ? nothingDone : longEnough)
  words.setAttribute('id', 'session-words')
  words.setAttribute('role', 'status')
  const staying = button('', isIdle ? 'Stay signed in' : 'Go on until then')
  const leaving = button(' govuk-button--secondary', 'Sign out')
  const stay = async (): Promise<void> => {
    if (!isIdle) {
      dialog.close()
      return
    }
    const answer = await askToStay()
    if (answer === 'stayed') warning.alive()
    else if (answer === 'ended') warning.ended()
    else words.textContent = notReached
  }
  staying.addEventListener('click', () => void stay())
  leaving.addEventListener('click', () => signOutForm()?.requestSubmit())
  dialog.addEventListener('cancel', event => {
    event.preventDefault()
    void stay()
  })
  dialog.append(heading, words, made('div', 'govuk-button-group', staying, leaving))
  document.body.append(dialog)
  dialog.showModal()
  staying.focus()
  return () => {
    // Closing gives the focus back to where it was; removing alone would not.
    dialog.close()
    dialog.remove()
  }
}

const nothingDone = 'Nothing has been done here for a while.'
const longEnough = 'A session lasts only so long. Save what you are doing, and sign in again.'
const notReached = 'Turnstone could not be reached. Check the connection and try again.'

const signOutForm = () => document.querySelector('[data-sign-out]')

/** Asks with the token of the form that signs out, which says that it is a page of ours that asks. */
async function askToStay(): Promise<'stayed' | 'ended' | 'not reached'> {
  try {
    const token = signOutForm()?.querySelector('[name=_token]')?.value ?? ''
    const headers = { 'x-form-token': token }
    const answer = await fetch('/account/alive', { method: 'POST', headers, redirect: 'manual' })
    if (answer.ok) return 'stayed'
    return answer.status >= 500 || answer.status === 429 ? 'not reached' : 'ended'
  } catch {
    return 'not reached'
  }
}

function button(classes: string, words: string) {
  const element = made('button', `govuk-button${classes}`, words)
  element.setAttribute('type', 'button')
  return element
}
