/**
 * Says two minutes before a session ends that it will, and covers the page when it has. How long it
 * lasts stands on the body; whatever another page of the same person does makes it last here too.
 * Nothing is kept in the browser: pages only tell each other.
 */
import { BroadcastChannel, document, moment, onPage } from './dom.ts'
import { cover } from './session-cover.ts'
import { warn } from './session-warning.ts'

export interface SessionWatch {
  /** The server has just heard from us. */
  alive(): void
  /** The server does not know us any more. */
  ended(): void
}

/** What pages tell each other. */
interface Told {
  is: 'alive' | 'ended'
  whose: string | null
  endsAt: number
}

const warnBefore = 120_000

export function startSession(): SessionWatch {
  const { body } = document
  const idle = Number(body.getAttribute('data-session-idle')) * 1_000
  if (!idle) return { alive: () => undefined, ended: () => undefined }
  const whose = body.getAttribute('data-session-of')
  let endsAt = moment() + Number(body.getAttribute('data-session-ends')) * 1_000
  const pages = new BroadcastChannel('turnstone session')
  let idleAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let warning: (() => void) | undefined
  let uncover: (() => void) | undefined

  const look = (): void => {
    clearTimeout(timer)
    if (uncover !== undefined) return
    const end = Math.min(idleAt, endsAt)
    const left = end - moment()
    if (left <= 0) {
      over()
      return
    }
    if (left <= warnBefore) warning ??= warn({ end, isIdle: end === idleAt, alive, ended: over })
    timer = setTimeout(look, left <= warnBefore ? left : left - warnBefore)
  }
  const lasts = (): void => {
    warning?.()
    warning = undefined
    uncover?.()
    uncover = undefined
    idleAt = moment() + idle
    look()
  }
  const alive = (): void => {
    pages.postMessage({ is: 'alive', whose, endsAt } satisfies Told)
    lasts()
  }
  const over = (): void => {
    warning?.()
    warning = undefined
    uncover ??= cover()
  }
  const ended = (): void => {
    pages.postMessage({ is: 'ended', whose, endsAt } satisfies Told)
    over()
  }
  pages.addEventListener('message', ({ data }) => {
    const told = data as Told
    const isOwn = told.whose === whose
    if (isOwn) endsAt = Math.max(endsAt, told.endsAt)
    if (isOwn && told.is === 'alive') lasts()
    // Somebody else at the same desk does not open what this person left.
    else if (isOwn || told.is === 'alive') over()
  })
  onPage('focus', look)
  onPage('pageshow', look)
  document.querySelector('[data-sign-out]')?.addEventListener('submit', () => {
    pages.postMessage({ is: 'ended', whose, endsAt } satisfies Told)
  })
  alive()
  return { alive, ended }
}
