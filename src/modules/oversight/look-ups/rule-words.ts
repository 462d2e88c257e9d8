import type { Rule } from './finding.ts'

export interface RuleWords {
  title: string
  /** What the rule finds. */
  finds: string
  /** What would explain it. */
  explained: string
}

export const ruleWords: Readonly<Record<Rule, RuleWords>> = {
  'nothing-led': {
    title: 'Opened, and nothing led there',
    finds:
      'A case or a person was opened by somebody who at that moment had no posting, share, naming, ownership or broken glass that leads to it.',
    explained:
      'A posting or a share that was recorded late; work for another team that a supervisor can confirm.',
  },
  'own-search': {
    title: 'Own name or address searched',
    finds:
      'Somebody searched for their own family name or their own address, and changed no case of anybody found within an hour.',
    explained:
      'Work on a case of somebody with the same name; a declared conflict of interest; a check that a supervisor asked for.',
  },
  'many-lookers': {
    title: 'One record, many people',
    finds: 'The record of one person was opened by many people within 24 hours.',
    explained: 'A conference, an appeal to the public, a search for a missing child on that day.',
  },
  'refused-in-a-row': {
    title: 'Refused again and again',
    finds: 'Somebody asked for four or more different things within an hour and was refused each.',
    explained:
      'A list of references from another system, an access that had just ended, a fault of the program.',
  },
}
