/**
 * A table that may be wider than a phone scrolls inside its own region, never the whole page. The
 * region takes the keyboard's focus, so that it can be scrolled without a mouse.
 */
import type { ComponentChildren } from 'preact'

export const TableRegion = (region: {
  /** What the table holds: the region's name for people who do not see it. */
  readonly label: string
  readonly children: ComponentChildren
}) => (
  <div class="turnstone-table-region" role="region" aria-label={region.label} tabindex={0}>
    {region.children}
  </div>
)
