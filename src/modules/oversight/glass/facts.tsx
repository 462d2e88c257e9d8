import { momentInWords } from '../../../platform/web/words/moments.ts'
import { counted } from '../../../platform/web/words/numbers.ts'
import type { SeenGlass } from './read.ts'

/** Why somebody broke it, when, and what was opened through it. */
export const GlassFacts = ({ category, reason, brokenAt, opened }: SeenGlass) => (
  <div>
    {category.slice(0, 1).toUpperCase() + category.slice(1)}
    <span class="turnstone-aside turnstone-typed">{reason}</span>
    <span class="turnstone-aside">
      {momentInWords(brokenAt)}; {counted(opened, 'page')} opened through it
    </span>
  </div>
)
