import type { Attributes } from './options.ts'

/** Words for one and for several things, such as `{ one: '…', other: '…' }`. */
export type Plural = Readonly<Record<string, string>>

/** The attributes by which GOV.UK Frontend's scripts are given other words than their own. */
export function translations(texts: Readonly<Record<string, string | Plural | undefined>>) {
  const attributes: Record<string, string> = {}
  for (const [key, words] of Object.entries(texts)) {
    if (typeof words === 'string') attributes[`data-i18n.${key}`] = words
    else
      for (const [rule, text] of Object.entries(words ?? {}))
        attributes[`data-i18n.${key}.${rule}`] = text
  }
  return attributes satisfies Attributes
}
