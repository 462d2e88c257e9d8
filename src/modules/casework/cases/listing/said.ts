import { withThousands } from '../../../../platform/web/words/numbers.ts'
import type { CasesForm } from '../form.ts'
import { choices, type TeamChoice } from './choices.ts'

/** What was asked, in the words of the filter, for a list on paper: "Reference or name: obri; State: Open". */
export const askedInWords = (asked: CasesForm, teams: readonly TeamChoice[]): string =>
  [
    asked.name === ''
      ? ''
      : `Name ${asked.exact === 'yes' ? 'is exactly' : 'begins'}: ${asked.name}`,
    ...choices(teams)
      .filter(({ field }) => field !== 'exact' && asked[field] !== '')
      .map(({ field, label, items }) => `${label}: ${items[asked[field]] ?? 'unknown'}`),
  ]
    .filter(Boolean)
    .join('; ')

/**
 * How many cases there are, as far as a page tells: no list is counted beyond its page, because that would
 * read every case.
 */
export function lengthInWords(
  { after }: Pick<CasesForm, 'after'>,
  { shown, more }: { shown: number; more: boolean },
): string {
  const cases = `${withThousands(shown)} ${shown === 1 ? 'case' : 'cases'}`
  if (after !== '' && !more) return shown === 1 ? 'The last case' : `The last ${cases}`
  if (after !== '') return `The next ${cases}, and there are more`
  return more ? `The first ${cases} of more than ${withThousands(shown)}` : cases
}
