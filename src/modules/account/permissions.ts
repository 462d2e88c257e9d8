import type { Permissions } from '../../platform/access/permissions.ts'
import { roles, type Role } from '../../platform/access/roles.ts'

const everybody = Object.fromEntries(roles.map(role => [role, 'own account'])) as Readonly<
  Record<Role, string>
>

/** Who may do what with an account: everybody, with their own. */
export const may = {
  'sign-in.done': { what: 'Sign in', class: 'consultation', who: everybody },
  'sign-in.refused': {
    what: 'Try to sign in and not be recognised',
    class: 'consultation',
    who: everybody,
  },
  'work.read': { what: 'See one’s own postings and roles', class: 'consultation', who: everybody },
  'sign-out.done': { what: 'Sign out', class: 'consultation', who: everybody },
  'account.invite': {
    what: 'Invite somebody to set up or renew an account, by the command line',
    class: 'alteration',
    who: {},
  },
  'account.accept': {
    what: 'Take up an invitation, with a password and one-time codes',
    class: 'alteration',
    who: everybody,
  },
  'account.read': {
    what: 'See one’s own account, with its sessions and passkeys',
    class: 'consultation',
    who: everybody,
  },
  'account.prove': {
    what: 'Show a second factor again',
    class: 'consultation',
    who: everybody,
  },
  'account.change': {
    what: 'Change one’s own password, codes and passkeys, and end one’s own sessions',
    class: 'alteration',
    who: everybody,
  },
} as const satisfies Permissions
