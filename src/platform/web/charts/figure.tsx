/** A chart with the sentence that says what it shows and the same figures as a table. */
import type { ComponentChildren } from 'preact'

export interface FigureProps {
  /** What there is to see, as a sentence. */
  readonly caption: ComponentChildren
  /** The chart. */
  readonly children: ComponentChildren
  /** How to read it, and where the figures come from. */
  readonly note?: ComponentChildren
  /** The table of the same figures; leave out only where it stands elsewhere on the page. */
  readonly table?: ComponentChildren
}

export const Figure = ({ caption, children, note, table }: FigureProps) => (
  <figure class="turnstone-figure">
    <figcaption class="turnstone-figure__caption">{caption}</figcaption>
    {children}
    {note && <p class="turnstone-figure__note">{note}</p>}
    {table && <div class="turnstone-figure__table">{table}</div>}
  </figure>
)
