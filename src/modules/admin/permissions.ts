import type { Permissions } from '../../platform/access/permissions.ts'

const ofOwnArea = { administrator: 'of the own area' } as const
const ofOthers = {
  administrator: 'of the own area; never their own, nor in their own line',
} as const

/** Who may do what with users, agencies, programs and settings; nothing of it opens a case. */
export const may = {
  'admin.read': {
    what: 'Look at users, teams, agencies, programs and settings',
    class: 'consultation',
    who: ofOwnArea,
  },
  'user.create': { what: 'Make an account for somebody', class: 'alteration', who: ofOwnArea },
  'user.invite': {
    what: 'Invite somebody to set up how they sign in, for the first time or anew; holds when a second administrator agrees',
    class: 'alteration',
    who: ofOthers,
  },
  'posting.propose': { what: 'Propose a posting for somebody', class: 'alteration', who: ofOthers },
  'posting.end': { what: 'End a posting at once', class: 'alteration', who: ofOthers },
  'account.close': {
    what: 'Close an account at once',
    class: 'alteration',
    who: { administrator: 'of the own area; never their own' },
  },
  'opening.propose': {
    what: 'Propose to open a closed account again',
    class: 'alteration',
    who: ofOthers,
  },
  'session.end': { what: 'Sign somebody out everywhere', class: 'alteration', who: ofOwnArea },
  'team.create': { what: 'Add a team to an agency', class: 'alteration', who: ofOwnArea },
  'agency.stop': {
    what: 'Stop an agency: nobody of it gets in',
    class: 'alteration',
    who: { administrator: 'of the own area; never their own' },
  },
  'admission.propose': {
    what: 'Propose to let a stopped agency in again',
    class: 'alteration',
    who: { administrator: 'of the own area; never their own' },
  },
  'program.create': {
    what: 'Add a program of an agency that uses the API',
    class: 'alteration',
    who: ofOwnArea,
  },
  'token.propose': { what: 'Propose a token for a program', class: 'alteration', who: ofOwnArea },
  'token.end': { what: 'End a token at once', class: 'alteration', who: ofOwnArea },
  'proposal.decide': {
    what: 'Agree to what another administrator proposed, so that it happens, or not',
    class: 'alteration',
    who: {
      administrator:
        'of the own area; never what they proposed, nor about themselves or their own line',
    },
  },
  'proposal.withdraw': {
    what: 'Take back what one has proposed',
    class: 'alteration',
    who: { administrator: 'their own' },
  },
  'setting.change': {
    what: 'Change a setting, within its limits',
    class: 'alteration',
    who: { administrator: 'of the whole installation' },
  },
} as const satisfies Permissions
