import type { Role } from '../../src/platform/access/roles.ts'
import type { Relation, TestCase } from './matrix-world.ts'

/** What a route does to which record: a row of the matrix. */
export interface Row {
  /** What the address names; `nothing` where it is the same for all. */
  of: 'case' | 'person' | 'nothing'
  /** Whether the record must be one that its reader may change, as supervisor where it says so. */
  to: 'read' | 'change'
  /** The values of the address. */
  params?: (one: TestCase) => Record<string, string>
}

const aCase = (to: Row['to']): Row => ({
  of: 'case',
  to,
  params: ({ reference }) => ({ reference }),
})

/** What belongs to whoever asks, so that everybody reaches it. */
const ownAccount = [
  'GET /work',
  'GET /account',
  'GET /account/one-time-code',
  'POST /account/one-time-code',
  'GET /account/passkeys/new',
  'POST /account/passkeys/new',
  'POST /account/passkeys/:id/removal',
  'GET /account/password',
  'POST /account/password',
  'GET /account/proof',
  'POST /account/proof',
  'POST /account/proof/passkey',
  'POST /account/recovery-codes',
  'POST /account/sessions/:id/end',
  'POST /account/sessions/end',
]

/** Pages of a case that change who reaches it; each shows a form and takes it. */
const reachPages = [
  'team',
  'sensitivity',
  'named',
  'named/:colleague/end',
  'shares/new',
  'shares/:share/end',
  'blocks/new',
  'blocks/:block/end',
  'seal',
  'seal/decision',
]

/** A page of a case, with rows below it that nobody of the matrix holds. */
const belowCase: Row = {
  of: 'case',
  to: 'change',
  params: ({ reference, rows: { named = '', share = '', block = '' } }) => ({
    reference,
    colleague: named,
    share,
    block,
  }),
}

/** A row of the log, which a role sees or does not: no case leads to it. */
const ofTheLog: Row = {
  of: 'nothing',
  to: 'read',
  params: ({ rows: { entry = '', glass = '', searcher = '' } }) => ({
    id: entry,
    glass,
    rule: 'own-search',
    about: searcher,
  }),
}

const auditorsPages = [
  'GET /audit-log',
  'GET /audit-log/export',
  'POST /audit-log/export',
  'GET /audit-log/:id',
  'POST /audit-log/:id',
  'GET /oversight/look-ups',
  'GET /oversight/look-ups/:rule/:about',
  'POST /oversight/look-ups/:rule/:about',
  'GET /oversight/glass',
  'GET /oversight/glass/:glass',
  'POST /oversight/glass/:glass',
]

/** Each route that does an action, by verb and address. A route without a row fails. */
export const rows: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(ownAccount.map(key => [key, { of: 'nothing', to: 'read' } as const])),
  'GET /cases': { of: 'nothing', to: 'read' },
  'GET /cases/:reference': aCase('read'),
  'GET /cases/new': { of: 'nothing', to: 'read' },
  'POST /cases/new': { of: 'nothing', to: 'read' },
  'GET /cases/:reference/edit': aCase('change'),
  'POST /cases/:reference/edit': aCase('change'),
  ...Object.fromEntries(
    reachPages.flatMap(page => [
      [`GET /cases/:reference/${page}`, belowCase],
      [`POST /cases/:reference/${page}`, belowCase],
    ]),
  ),
  ...Object.fromEntries(auditorsPages.map(key => [key, ofTheLog])),
  'GET /break-glass': { of: 'nothing', to: 'read' },
  'POST /break-glass': { of: 'nothing', to: 'read' },
  'GET /inbox': { of: 'nothing', to: 'read' },
  'POST /inbox': { of: 'nothing', to: 'read' },
}

/** In which relations a role reaches a record at all; written out, not worked out. */
export const reaches: Readonly<Partial<Record<Role, readonly Relation[]>>> = {
  investigator: ['own team', 'shared', 'named, restricted'],
  supervisor: ['own team', 'shared', 'named, restricted'],
  analyst: ['own team', 'shared', 'named, restricted'],
  practitioner: ['shared', 'named, restricted'],
}

/** In which of them it may change the record. */
export const changes: Readonly<Partial<Record<Role, readonly Relation[]>>> = {
  investigator: ['own team', 'named, restricted'],
  supervisor: ['own team', 'named, restricted'],
}
