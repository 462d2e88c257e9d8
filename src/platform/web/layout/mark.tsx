/**
 * The mark: a turnstone with its bill under a stone. Drawn in one colour, that of the text around it,
 * so that it prints in black and obeys high contrast; `assets/mark.svg` has the same in two.
 */
import { markShapes } from './mark-shapes.ts'

/** The mark beside the name; decoration, because the name is always there in words. */
export const Mark = ({ size }: { readonly size: number }) => (
  <svg
    class="turnstone-mark"
    viewBox={markShapes.viewBox}
    width={size}
    height={size}
    fill="currentColor"
    aria-hidden="true"
    focusable="false"
  >
    <path d={markShapes.wing} />
    <path fill-rule="evenodd" d={markShapes.bird} />
    <path d={markShapes.stone} />
  </svg>
)
