import { userPlace } from '../crumbs.ts'
import { leftToAnother, refused, type another } from '../refused.ts'
import type { Saved } from '../../../platform/web/forms/saved.ts'

/** What the database answers to a proposal, whatever it is about. */
export type Proposed = 'done' | 'absent' | 'proposed already' | 'closed' | keyof typeof another

/** Told to whoever proposed, on the form; `asked` is what the log keeps of it. */
export function notProposed(why: Exclude<Proposed, 'done'>, asked: string): Saved {
  switch (why) {
    case 'absent':
      return { is: 'absent' }
    case 'proposed already':
      return refused(already)
    case 'closed':
      return refused('This account or its agency is closed: open it again first')
    default:
      return leftToAnother(asked, why)
  }
}

/** Where whoever proposed something for a user goes on. */
export const proposedFor = (userId: string): Saved => ({
  is: 'saved',
  location: `${userPlace(userId)}#waiting`,
})

const already =
  'This is proposed already and waits for a second administrator: nothing is left to do for you'
