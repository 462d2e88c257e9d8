import type { Saved } from '../../../../platform/web/forms/saved.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { subjectsOf, type Proposal } from '../proposal.ts'
import type { Undecided } from './queries.ts'

/** Why nothing was decided, told on the form; what only another may decide is in the log as refused. */
export function undecided(why: Undecided, proposal: Proposal): Saved {
  switch (why) {
    case 'absent':
      return { is: 'absent' }
    case 'oneself':
    case 'own line':
    case 'own agency':
    case 'own proposal':
      return leftToAnother(subjectsOf(proposal)[0] ?? 'none', why)
    default:
      return refused(sentences[why])
  }
}

const sentences = {
  over: 'This waits no more: somebody has decided it, it was withdrawn or it has lapsed. Open the page again to see',
  'proposer may not':
    'Whoever proposed this works in one line with this person now, so it cannot be agreed to: propose it yourself',
  closed: 'This account or its agency is closed now, so nothing was given: open it again first',
  'so already': 'This has happened by now: nothing is left to do',
  'over before it begins': 'The last day of this posting is over by now',
  'not for the whole area': 'This role reaches no cases of teams, so it cannot reach the area',
  'roles apart':
    'They have another role by now that must be apart from this one, so nothing was given',
  'there already': 'They have this posting by now: nothing is left to do',
} as const
