/**
 * An outline of HTML in which two texts are equal when a browser would make the same of both: the
 * same elements in the same order, the same attributes and values, the same words. Only attribute
 * order and white space that never shows are left out. Equal streams of tags make equal documents,
 * so that tags are taken as written and anything unexpected is an error.
 */
import { elementsOf, type Element, type Node } from './elements.ts'

/** One line for each tag, each run of words and each space that shows; indented by depth. */
export const outline = (html: string): string => lines(elementsOf(html)).join('\n')

/** Elements in a line of text: white space beside them shows, and white space within them too. */
const inline = new Set(
  'a abbr b bdi bdo cite code em i kbd q s samp small span strong sub sup time u var'.split(' '),
)

/**
 * Elements in a line of text that lay out their own content: white space beside them shows.
 * Not `label`, which govuk-frontend always displays as a block.
 */
const atomic = new Set('button img input select svg textarea'.split(' '))

const verbatim = new Set(['pre', 'textarea'])

/** What stands in a line of text; `block` ends the line, and white space beside it never shows. */
type Piece =
  | { readonly is: 'open' | 'block' | 'atomic'; readonly element: Element }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'space' }

function lines(nodes: readonly Node[]): string[] {
  let depth = 0
  return placedSpaces(nodes.flatMap(pieces)).flatMap(piece => {
    if (piece.is === 'close') depth -= 1
    const shown = linesOf(piece).map(line => '  '.repeat(depth) + line)
    if (piece.is === 'open') depth += 1
    return shown
  })
}

function linesOf(piece: Piece): string[] {
  switch (piece.is) {
    case 'words':
      return [JSON.stringify(piece.words)]
    case 'space':
      return ['(space)']
    case 'open':
      return [opening(piece.element)]
    case 'close':
      return [`</${piece.name}>`]
    case 'block':
    case 'atomic':
      return [opening(piece.element), ...inside(piece.element).map(line => `  ${line}`)]
  }
}

function inside({ name, children }: Element): string[] {
  if (!verbatim.has(name)) return lines(children)
  return children.map(child => JSON.stringify(child.is === 'text' ? child.text : child))
}

function opening({ name, attributes }: Element): string {
  const sorted = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1))
  return `<${[name, ...sorted.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ')}>`
}

function pieces(node: Node): Piece[] {
  if (node.is === 'text') return piecesOfText(node.text)
  if (!inline.has(node.name))
    return [{ is: atomic.has(node.name) ? 'atomic' : 'block', element: node }]
  return [
    { is: 'open', element: node },
    ...node.children.flatMap(pieces),
    { is: 'close', name: node.name },
  ]
}

/** A no-break space is a word here, as it is in a browser. */
function piecesOfText(text: string): Piece[] {
  const words = text.replace(/[ \t\n\r\f]+/g, ' ')
  const space: Piece[] = [{ is: 'space' }]
  return [
    ...(words.startsWith(' ') ? space : []),
    ...(words === ' ' || words === '' ? [] : [{ is: 'words' as const, words: words.trim() }]),
    ...(words.endsWith(' ') ? space : []),
  ]
}

/**
 * A line of text with one space at most between two things that show, and none at its ends. Where
 * tags stand between the two, the space goes to the outermost place: `<b>a </b>b` is `<b>a</b> b`.
 */
function placedSpaces(line: readonly Piece[]): Piece[] {
  const placed: Piece[] = []
  let tags: Piece[] = []
  let before: Piece['is'] = 'block'
  let spaced = false
  for (const piece of line) {
    if (piece.is === 'space') spaced = true
    else if (piece.is === 'open' || piece.is === 'close') tags.push(piece)
    else {
      const shows = spaced && before !== 'block' && piece.is !== 'block'
      placed.push(...(shows ? withSpace(tags) : tags), piece)
      tags = []
      spaced = false
      before = piece.is
    }
  }
  return [...placed, ...tags]
}

function withSpace(tags: readonly Piece[]): Piece[] {
  let depth = 0
  let outermost = 0
  let at = 0
  tags.forEach((tag, index) => {
    depth += tag.is === 'open' ? 1 : -1
    if (depth < outermost) [outermost, at] = [depth, index + 1]
  })
  return [...tags.slice(0, at), { is: 'space' }, ...tags.slice(at)]
}
