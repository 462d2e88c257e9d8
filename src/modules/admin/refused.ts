import type { Saved } from '../../platform/web/forms/saved.ts'
import { userPlace } from './crumbs.ts'

/** The form is shown again with this sentence. */
export const refused = (sentence: string, field = ''): Saved => ({
  is: 'wrong',
  errors: [{ field, sentence }],
})

/** Why only another administrator may do it. */
export const another = {
  oneself: 'This is your own account: another administrator must do it',
  'own line': 'You and this person work in one line: another administrator must do it',
  'own proposal': 'You proposed this yourself: another administrator must decide it',
  'own agency': 'This is your own agency: an administrator of another must do it',
} as const

/** Only another administrator may: told on the form, and kept by the audit log as refused. */
export const leftToAnother = (asked: string, why: keyof typeof another): Saved => ({
  is: 'refused',
  asked,
  errors: [{ field: '', sentence: another[why] }],
})

/** What the database answers to a proposal, whatever it is about. */
export type Proposed = 'done' | 'absent' | 'proposed already' | 'closed' | keyof typeof another

/** Why nothing was proposed; `asked` is what the log keeps of it. */
export function notProposed(why: Exclude<Proposed, 'done'>, asked: string): Saved {
  if (why === 'absent') return { is: 'absent' }
  if (why === 'proposed already') return refused(already)
  if (why === 'closed') return refused('This account or its agency is closed: open it again first')
  return leftToAnother(asked, why)
}

const already =
  'This is proposed already and waits for a second administrator: nothing is left to do for you'

/** Where whoever proposed something for a user goes on. */
export const proposedFor = (userId: string): Saved => ({
  is: 'saved',
  location: `${userPlace(userId)}#waiting`,
})
