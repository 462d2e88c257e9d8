/**
 * The few things of a browser that these scripts touch, with their types. The program is checked
 * without a browser's types, so that nothing of a page can be named by mistake where there is none.
 */

export interface Node {
  hidden: boolean
  textContent: string | null
  className: string
  append(...nodes: (Node | string)[]): void
  remove(): void
  focus(): void
  matches(selector: string): boolean
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  addEventListener(name: string, listener: (event: Happening) => void): void
}

export interface Happening {
  preventDefault(): void
  /** Of a message between pages of one browser. */
  readonly data?: unknown
}

export interface Field extends Node {
  readonly name: string
  readonly value: string
}

export interface Form extends Node {
  readonly elements: Iterable<Field>
  querySelector(selector: string): Field | null
  requestSubmit(): void
}

export interface Dialog extends Node {
  showModal(): void
  close(): void
}

interface Document {
  title: string
  readonly visibilityState: 'visible' | 'hidden'
  readonly body: Node & { readonly children: Iterable<Node> }
  createElement(name: 'dialog'): Dialog
  createElement(name: string): Node
  querySelector(selector: string): Form | null
  querySelectorAll(selector: string): Iterable<Form>
  addEventListener: Node['addEventListener']
}

interface Browser {
  readonly document: Document
  readonly location: { readonly pathname: string; reload(): void }
  readonly FormData: new (form: Form) => Iterable<[name: string, value: unknown]>
  readonly BroadcastChannel: new (name: string) => Node & { postMessage(message: unknown): void }
  readonly addEventListener: Node['addEventListener']
  readonly Date: { now(): number }
}

const browser = globalThis as unknown as Browser

export const { document, location, FormData, BroadcastChannel } = browser

/** Listens to what happens to the page as a whole. */
export const onPage: Node['addEventListener'] = (name, listener) => {
  browser.addEventListener(name, listener)
}

/** Milliseconds by the browser's clock, which goes on while a computer sleeps. */
export const moment = (): number => browser.Date.now()

/** "14:02", where the partnership works. */
export const timeOf = (milliseconds: number): string => clockFace.format(milliseconds)

const clockFace = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** An element with its words or parts. */
export function made(name: string, className: string, ...parts: (Node | string)[]): Node {
  const element = document.createElement(name)
  element.className = className
  element.append(...parts)
  return element
}
