import { counted } from '../../../../platform/web/words/numbers.ts'
import type { ExportRules, Taking } from '../export.ts'

/** Why a file is not given, in a sentence. `wanted` is how many cases it would hold. */
export function refusalOf(
  outcome: Exclude<Taking, 'open' | 'absent'>,
  { rules, left, wanted }: { rules: ExportRules; left: number; wanted: number },
): string {
  switch (outcome) {
    case 'not agreed':
      return 'Nobody has agreed to this, so there is no file to take'
    case 'over':
      return `This could be taken for ${counted(rules.hours, 'hour')} after somebody agreed. Ask again if you still need it`
    case 'used up':
      return `This was taken ${counted(rules.times, 'time')}, as often as it may. Ask again if you need another`
    case 'budget':
      return `The file would hold ${counted(wanted, 'case')}, and you may take out ${counted(left, 'more case')} in these 24 hours`
    case 'too many':
    case 'changed meanwhile':
      return 'What you reach changed while the file was made. Take it again'
  }
}
