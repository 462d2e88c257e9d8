import type { aScenario } from './scenario.ts'

type Scenario = Awaited<ReturnType<typeof aScenario>>

/** How the functions for cases as a file are called as nobody, and all that they answer then. */
export const exportsFunctions = ({ exportRequest, caseId }: Scenario) => ({
  'casework.ask_export': { with: `'${JSON.stringify(asked)}'`, rows: [[null]] },
  'casework.decide_export': { with: `'${exportRequest}', true, null`, rows: [['absent']] },
  'casework.may_take_export': { with: `'${exportRequest}'`, rows: [['absent', null]] },
  'casework.take_export': {
    with: `'${exportRequest}', array['${caseId}'::uuid], sha256('')`,
    rows: [['absent']],
  },
})

const asked = {
  state: 'open',
  type: '',
  sensitivity: 'ordinary',
  own: false,
  purpose: 'team-review',
  why: 'A good and long reason',
  counted: 1,
}
