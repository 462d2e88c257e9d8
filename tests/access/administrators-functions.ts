import type { aScenario } from './scenario.ts'

type Scenario = Awaited<ReturnType<typeof aScenario>>

/** How the functions of an administrator are called as nobody, and all that they answer then. */
export const administratorsFunctions = ({
  investigator,
  posting,
  proposal,
  session,
}: Scenario) => ({
  'access.add_team': { with: `'${investigator.team.agencyId}', 'A team'`, rows: [[null]] },
  'access.add_user': {
    with: `'${investigator.team.agencyId}', 'A', 'B', 'a@ardenshire.example'`,
    rows: [['absent', null]],
  },
  'access.add_program': { with: `'${investigator.team.id}', 'A program'`, rows: [[null]] },
  'access.end_posting': { with: `'${posting}'`, rows: [['absent']] },
  'access.end_sessions_of': { with: `'${investigator.id}'`, rows: [[null]] },
  'access.end_token': { with: `'${session}'`, rows: [['absent']] },
  'access.agree': {
    with: `'${proposal}', sha256('x')`,
    rows: [['absent', null, null, null]],
  },
  'access.close_account': { with: `'${investigator.id}'`, rows: [['absent']] },
  'access.decline': { with: `'${proposal}', 'Not known here'`, rows: [['absent']] },
  'access.propose_admission': { with: `'${investigator.team.agencyId}'`, rows: [['absent']] },
  'access.propose_invitation': { with: `'${investigator.id}', sha256('x')`, rows: [['absent']] },
  'access.propose_opening': { with: `'${investigator.id}'`, rows: [['absent']] },
  'access.propose_posting': {
    with: `'${investigator.id}', '${investigator.team.id}', 'supervisor', true, null`,
    rows: [['absent']],
  },
  'access.propose_token': {
    with: `'${investigator.id}', 7, sha256('x'), repeat('x', 21)`,
    rows: [['absent']],
  },
  'access.withdraw': { with: `'${proposal}'`, rows: [['absent']] },
  'access.program_tokens': { with: '', rows: [] },
  'access.waiting_invitations': { with: '', rows: [] },
  'access.sessions_of': { with: `'${investigator.id}'`, rows: [] },
  'access.stop_agency': { with: `'${investigator.team.agencyId}'`, rows: [['absent']] },
  'platform.set_setting': { with: `'session-idle', 60, 15`, rows: [['absent']] },
})
