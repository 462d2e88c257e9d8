import { Details } from '../../../../platform/web/components/details.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { nameInWords } from '../../../people/index.ts'
import type { FirstBy } from './queries.ts'

/** Which names were shown first since when, and through whom; nothing while none was chosen. */
export const FirstHistory = ({ firsts }: { firsts: readonly FirstBy[] }) =>
  firsts.length === 0 ? null : (
    <Details summary="Which name was shown first">
      <ul class="govuk-list govuk-list--bullet">
        {firsts.map(one => (
          <li key={one.at}>
            {nameInWords(one)}, since {momentInWords(one.at)}: {whyInWords(one)}
          </li>
        ))}
      </ul>
    </Details>
  )

const whyInWords = ({ why, by }: FirstBy): string =>
  why === 'chosen' ? `chosen by ${by}` : `the name before had ended, as ${by} recorded`
