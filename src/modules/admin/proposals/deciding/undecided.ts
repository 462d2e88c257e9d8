import type { another } from '../../refused.ts'

/** Why nothing was decided. */
export type Undecided = 'absent' | keyof typeof another | keyof typeof sentences

/** Told on the form. */
export const sentences = {
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

/** Whether the form says so, and not the audit log. */
export const isSaid = (why: Undecided): why is keyof typeof sentences =>
  Object.hasOwn(sentences, why)
