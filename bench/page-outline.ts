/**
 * What two pages must share to be the same page to a reader: tables cell by cell, links, fields. Reads
 * the HTML of the two renderers only, which close every element and quote every value.
 */
import type { NavigationItem } from './inside.tsx'

export interface Outline {
  readonly rows: number
  /** The visible text of each cell of every table. */
  readonly cells: readonly string[]
  readonly links: number
  readonly headings: number
  readonly fields: number
  readonly options: number
}

export const outlineOf = (html: string): Outline => ({
  rows: count(html, /<tr\b/g),
  cells: [...html.matchAll(/<(t[hd])\b[^>]*>(.*?)<\/\1>/gs)].map(([, , inner]) =>
    textOf(inner ?? ''),
  ),
  links: count(html, /<a\b/g),
  headings: count(html, /<h[1-6]\b/g),
  fields: count(html, /<(?:input|select|button)\b/g),
  options: count(html, /<option\b/g),
})

/** What differs, in words; none when the pages are the same to a reader. */
export function differencesOf(ours: Outline, other: Outline): string[] {
  const counts = (['rows', 'links', 'headings', 'fields', 'options'] as const)
    .filter(part => ours[part] !== other[part])
    .map(part => `${ours[part]} ${part} here, ${other[part]} there`)
  const cell = ours.cells.findIndex((text, at) => text !== other.cells[at])
  if (ours.cells.length !== other.cells.length) {
    return [...counts, `${ours.cells.length} cells here, ${other.cells.length} there`]
  }
  if (cell === -1) return counts
  return [
    ...counts,
    `cell ${cell} is "${ours.cells[cell] ?? ''}" here, "${other.cells[cell] ?? ''}" there`,
  ]
}

/** The entries of the service navigation. */
export const navigationOf = (html: string): NavigationItem[] =>
  [
    ...html.matchAll(/<a class="govuk-service-navigation__link" href="([^"]*)"[^>]*>(.*?)<\/a>/gs),
  ].map(([, href = '', inner = '']) => ({ href: decoded(href), text: textOf(inner) }))

/** Visible text with white space made even. */
export const textOf = (html: string): string =>
  decoded(html.replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim()

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

export const decoded = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, reference => characters[reference] ?? reference)

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0
