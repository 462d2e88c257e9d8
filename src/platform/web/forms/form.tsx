import type { ComponentChildren } from 'preact'
import { InsetText } from '../components/inset-text.tsx'
import { momentInWords } from '../words/moments.ts'
import { BothVersions } from './both-versions.tsx'
import { summaryOf } from './error-summary.tsx'
import type { Shown } from './shown.ts'

export interface FormProps {
  readonly shown: Shown
  /** Words of each field, for the page that shows two versions beside each other. */
  readonly labels?: Readonly<Record<string, string>>
  /** Where it is sent; the page's own address when left out. */
  readonly action?: string
  readonly children: ComponentChildren
}

/** A form that a person fills: its unseen fields, the words of its draft, and what others saved meanwhile. */
export const Form = ({ shown, labels = {}, action, children }: FormProps) => (
  <form
    method="post"
    action={action}
    noValidate
    data-draft="/drafts"
    data-draft-unsent={shown.errors.length > 0 || shown.theirs !== null ? '' : undefined}
  >
    {Object.entries(shown.hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {shown.draftOf !== null && <DraftNotice savedAt={shown.draftOf} />}
    {shown.theirs !== null && (
      <BothVersions entered={shown.entered} theirs={shown.theirs} labels={labels} />
    )}
    {children}
  </form>
)

const DraftNotice = ({ savedAt }: { savedAt: string }) => (
  <InsetText>
    {`These are your words of ${momentInWords(savedAt)}, which are not saved yet. `}
    <button class="turnstone-link-button" formAction="/drafts/discarded" formNoValidate>
      Discard them
    </button>
  </InsetText>
)

/** The summary of what is wrong, for the page's `error`. */
export const errorsOf = ({ errors, theirs }: Shown) =>
  summaryOf(theirs === null ? errors : [...errors, changedMeanwhile])

const changedMeanwhile = {
  field: 'both-versions',
  sentence:
    'Somebody else saved this record while you were writing. Both versions are shown: yours was not saved.',
}
