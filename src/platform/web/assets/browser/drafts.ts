/**
 * Keeps what is typed into a form (`data-draft="/drafts"`) on the server: two seconds after the last
 * key, at the latest five after the first that was not sent. Nothing is kept in the browser: when the
 * line is down, the words stay in the page, and leaving it is asked about.
 */
import { document, made, moment, onPage, timeOf, type Form } from './dom.ts'
import { draftOf } from './draft-fields.ts'
import { sendDraft, type Sent } from './send-draft.ts'
import type { SessionWatch } from './session.ts'
import { unsent } from './unsent.ts'

const pause = 2_000
const atLatest = 5_000

export function startDrafts(session: SessionWatch): void {
  for (const form of document.querySelectorAll('form[data-draft]')) watch(form, session)
  onPage('beforeunload', event => {
    if (unsent.size > 0) event.preventDefault()
  })
}

function watch(form: Form, session: SessionWatch): void {
  const told = made('p', 'turnstone-draft')
  told.setAttribute('role', 'status')
  form.append(told)
  // The server has what the page came with, but not what it sends back because something was wrong.
  let kept = form.matches('[data-draft-unsent]') ? '' : draftOf(form)
  let since = 0
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: AbortController | undefined

  const sendIn = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), milliseconds)
  }
  const changed = (): void => {
    const isUnsent = draftOf(form) !== kept
    if (isUnsent && !unsent.has(form)) since = moment()
    unsent[isUnsent ? 'add' : 'delete'](form)
    if (isUnsent && failures === 0) sendIn(Math.min(pause, since + atLatest - moment()))
  }
  const send = async (): Promise<void> => {
    clearTimeout(timer)
    if (!unsent.has(form) || sending !== undefined) return
    sending = new AbortController()
    const draft = draftOf(form)
    const outcome = await sendDraft(form, draft, sending)
    sending = undefined
    if (outcome === 'left') return
    if (outcome === 'kept') kept = draft
    failures = outcome === 'down' ? failures + 1 : 0
    tell(wordsFor(outcome), outcome === 'kept')
    goOn(outcome)
  }
  const goOn = (outcome: Sent): void => {
    if (outcome === 'down') sendIn(Math.min(60_000, 1_000 * 2 ** failures))
    if (outcome === 'signed out') session.ended()
    if (outcome !== 'kept') return
    session.alive()
    unsent.delete(form)
    changed()
  }
  const tell = (words: string, isKept: boolean): void => {
    // The same words again would be read out again.
    if (told.textContent !== words) told.textContent = words
    told.className = isKept ? 'turnstone-draft' : 'turnstone-draft turnstone-draft--lost'
  }

  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    sending?.abort('left')
    unsent.delete(form)
  })
  changed()
  onPage('online', () => void send())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void send()
  })
}

function wordsFor(outcome: Exclude<Sent, 'left'>): string {
  switch (outcome) {
    case 'kept':
      return `Saved as a draft at ${timeOf(moment())}.`
    case 'down':
      return 'Not saved: the connection is down. What you typed is still on this page.'
    case 'signed out':
      return 'Not saved: you are signed out. What you typed is still on this page.'
    case 'refused':
      return 'Not saved as a draft. What you typed is still on this page: save the form to keep it.'
  }
}
