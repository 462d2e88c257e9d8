/**
 * A table that may be wider than a phone scrolls inside its own region, never the whole page. It
 * takes the keyboard's focus, so that it can be scrolled without a mouse. A group, not a landmark: a
 * page of many tables would drown the landmarks that people steer by.
 */
import type { ComponentChildren } from 'preact'

export const TableRegion = (region: {
  /** What the table holds: its name for people who do not see it. */
  readonly label: string
  readonly children: ComponentChildren
}) => (
  <div class="turnstone-table-region" role="group" aria-label={region.label} tabindex={0}>
    {region.children}
  </div>
)
