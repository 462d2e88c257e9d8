import type { aScenario } from './scenario.ts'

type Scenario = Awaited<ReturnType<typeof aScenario>>

/** How the functions of a standards auditor are called as nobody, and all that they answer then. */
export const auditorsFunctions = ({ investigator, caseId, reference }: Scenario) => ({
  'oversight.answer_finding': {
    with: `'own-search', '${investigator.id}', array(select gen_random_uuid()), 'explained', 'A good reason'`,
    rows: [['absent']],
  },
  'oversight.case_with': { with: `'${reference}'`, rows: [[null]] },
  'oversight.crowds': { with: `'-infinity', 'infinity', 1, 10`, rows: [] },
  'oversight.entries_about': {
    with: `'${caseId}', '${caseId}', '-infinity', 'infinity'`,
    rows: [],
  },
  'oversight.looks_without_a_way': { with: `'-infinity', 'infinity', 10`, rows: [] },
  'oversight.own_searches': { with: `'-infinity', 'infinity', 10`, rows: [] },
  'oversight.reach_back': { with: '1', rows: [[null]] },
})
