import type { ComponentChildren } from 'preact'

/** A table may be wider than a phone: it scrolls by itself, by touch or by keyboard; the page does not. */
export const Scrolling = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="turnstone-scroll" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
