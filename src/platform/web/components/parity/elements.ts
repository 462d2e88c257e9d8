/**
 * The elements of the HTML that components and fixtures are written in: every tag closed, every value
 * in double quotes. What a browser would have to repair is an error, so that nothing is compared as
 * something that it is not.
 */

export interface Element {
  readonly is: 'element'
  readonly name: string
  /** The first of two attributes of one name counts, as in a browser. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
}

export type Node = Element | { readonly is: 'text'; readonly text: string }

/** The elements and texts of a piece of HTML. */
export function elementsOf(html: string): Node[] {
  const root: Element = { is: 'element', name: '', attributes: new Map(), children: [] }
  const open: Element[] = [root]
  let at = 0
  while (at < html.length) {
    const found = tokenAt(html, at)
    at += found[0].length
    read(found.groups ?? {}, open)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is never closed`)
  return root.children
}

const token =
  /(?<text>[^<]+)|<\/(?<closing>[a-z][a-z0-9-]*)\s*>|<(?<name>[a-z][a-z0-9-]*)(?<attributes>(?:\s+[^\s=>/"'<]+(?:="[^"]*")?)*)\s*(?<closed>\/?)>/iy

function tokenAt(html: string, at: number): RegExpExecArray {
  token.lastIndex = at
  const found = token.exec(html)
  if (!found) throw new Error(`Not HTML: ${html.slice(at, at + 60)}`)
  return found
}

type Token = Partial<Record<string, string>>

function read(found: Token, open: Element[]): void {
  const { text, closing } = found
  if (text !== undefined) open.at(-1)?.children.push({ is: 'text', text: decoded(text) })
  else if (closing !== undefined) close(open, closing.toLowerCase())
  else begin(open, found)
}

const withoutContent = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/** What they hold is not HTML, so that their tags cannot be told from their words. */
const foreign = new Set(['script', 'style'])

function begin(open: Element[], found: Token): void {
  const name = (found['name'] ?? '').toLowerCase()
  if (foreign.has(name)) throw new Error(`<${name}> has no place in a component`)
  const element: Element = {
    is: 'element',
    name,
    attributes: attributesOf(found['attributes']),
    children: [],
  }
  open.at(-1)?.children.push(element)
  if (withoutContent.has(name)) return
  if (!found['closed']) open.push(element)
  else if (!open.some(outer => outer.name === 'svg'))
    throw new Error(`<${name}/> is not closed by that`)
}

function close(open: Element[], name: string): void {
  const element = open.pop()
  if (open.length === 0 || element?.name !== name) throw new Error(`</${name}> closes nothing`)
  // A browser drops the first line break of these two.
  const first = element.children[0]
  if ((name === 'textarea' || name === 'pre') && first?.is === 'text')
    element.children[0] = { is: 'text', text: first.text.replace(/^\n/, '') }
}

function attributesOf(written = ''): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g))
    if (!attributes.has(name)) attributes.set(name, decoded(value))
  return attributes
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&ctdot;': '⋯',
}

const decoded = (text: string): string =>
  text.replace(/&[#a-z0-9]+;?/gi, reference => {
    const character = characters[reference]
    if (character === undefined) throw new Error(`Unknown character reference ${reference}`)
    return character
  })
