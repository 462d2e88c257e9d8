/** The options that recur in the components, and the two small rules by which they are read. */
import type { ComponentChildren } from 'preact'

/** What is shown: words (escaped) or nodes. It stands where govuk-frontend has `text` and `html`. */
export type Content = ComponentChildren

/** Further attributes of an element; `true` is an attribute without a value, such as `hidden`. */
export type Attributes = Readonly<Record<string, string | true>>

/** An entry of a list that is left out, so that a page can write `mayEdit && { … }`. */
export type Absent = false | null | undefined | ''

export interface Styled {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What a component says: `text` for a phrase, children for markup. */
export interface Worded extends Styled {
  readonly text?: Content
  readonly children?: Content
}

/** A part that has words of its own; where nothing else is needed, the string alone will do. */
export type Part<Options extends { readonly text: Content }> = string | Options

/** The content of a component, whichever way it was given. */
export const said = ({ text, children }: Worded): Content => text ?? children

/** A part in its long form. */
export const part = <Options extends { readonly text: Content }>(
  given: Part<Options>,
): Options | { readonly text: string } => (typeof given === 'string' ? { text: given } : given)

/** Class names or ids as one attribute value; undefined, so no attribute, when there are none. */
export const spaced = (
  ...names: readonly (string | false | null | undefined)[]
): string | undefined => names.filter(Boolean).join(' ') || undefined
