import { randomUUID } from 'node:crypto'
import type { Role } from '../../src/platform/access/roles.ts'
import type { TestPerson } from '../builders/people.ts'
import type { Relation, TestCase } from './matrix-world.ts'

/** What a route does to which record: a row of the matrix. */
export interface Row {
  /** What the address names; `nothing` where it is the same for all. */
  of: 'case' | 'person' | 'nothing'
  /** Whether the record must be one that its reader may change, as supervisor where it says so. */
  to: 'read' | 'change'
  /** Of what is the same for all: the roles that reach it, where not all that have the verb do. */
  only?: readonly Role[]
  /** The values of the address. */
  params?: (one: TestCase) => Record<string, string>
  /** What a program sends; nothing unless it is given. */
  body?: (person: TestPerson) => Record<string, unknown>
  headers?: () => Record<string, string>
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

/** A role of somebody on a case. */
const roleOnCase: Row = {
  of: 'case',
  to: 'change',
  params: ({ reference, rows: { person = '' } }) => ({ reference, entry: person }),
}

/** A person who is on a case. */
const ofAPerson = (to: Row['to']): Row => ({
  of: 'person',
  to,
  params: ({ personId }) => ({ id: personId }),
})

/** Forms of a person's record that name no row of it. */
const formsOfAPerson = [
  'birth/edit',
  'shown-first',
  'names/new',
  'identifiers/new',
  'addresses/new',
]

const rowOfAPerson = (kind: string): Row => ({
  of: 'person',
  to: 'change',
  params: ({ personId, rows }) => ({ id: personId, row: rows[kind] ?? '' }),
})

const openedByProgram: Row = {
  of: 'nothing',
  to: 'read',
  headers: () => ({ 'idempotency-key': randomUUID() }),
  body: ({ team }) => ({
    type: 'missing child',
    summary: 'Missing from home',
    team: team.id,
    opened: '2026-11-20',
  }),
}

/** What a program sends to a record, with a key that is new. */
const sentTo = (row: Row, body: Record<string, unknown>): Row => ({
  ...row,
  headers: () => ({ 'idempotency-key': randomUUID() }),
  body: () => body,
})

/** What programs send below a case and below a person. */
const writtenByPrograms: Readonly<Record<string, Row>> = {
  'PATCH /api/cases/:reference': sentTo(aCase('change'), { version: 1, summary: 'From home' }),
  'POST /api/cases/:reference/people': sentTo(aCase('change'), {
    role: 'witness',
    since: '2026-11-20',
    source: 'School record',
    newPerson: { given: 'Test', kind: 'legal', sex: 'not known' },
  }),
  'PATCH /api/cases/:reference/people/:entry': sentTo(roleOnCase, { version: 1, source: 'School' }),
  'POST /api/people/:id/names': sentTo(ofAPerson('change'), {
    ...{ given: 'Test', kind: 'alias', source: 'School record' },
  }),
  'POST /api/people/:id/identifiers': sentTo(ofAPerson('change'), {
    ...{ kind: 'school', value: '77-B', source: 'School record' },
  }),
  'POST /api/people/:id/addresses': sentTo(ofAPerson('change'), {
    ...{ lines: '4 Heron Lane', source: 'School record' },
  }),
}

/** A row of the log, which a role sees or does not: no case leads to it. */
const ofTheLog: Row = {
  of: 'nothing',
  to: 'read',
  params: ({ rows: { entry = '', glass = '', searcher = '' } }) => ({
    id: entry,
    glass,
    user: searcher,
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
  'GET /oversight/glass/kept/:user',
  'POST /oversight/glass/kept/:user',
]

/** A request of an analyst of the same agency, outside the line: a supervisor may decide, an auditor look. */
const ofARequest = (...only: readonly Role[]): Row => ({
  of: 'nothing',
  to: 'read',
  only,
  params: ({ rows: { request = '' } }) => ({ request }),
})

/** Pages of administration: the account of a colleague, an agency and a program of the own area. */
const adminPages = [
  '/admin',
  '/admin/users',
  '/admin/users/:user',
  '/admin/agencies',
  '/admin/tokens',
  '/admin/settings',
  '/admin/waiting',
]

/** Likewise with a form, which is shown and sent. */
const adminForms = [
  '/admin/users/new',
  '/admin/users/:user/invitation',
  '/admin/users/:user/postings/new',
  '/admin/users/:user/postings/:posting/end',
  '/admin/users/:user/closing',
  '/admin/users/:user/opening',
  '/admin/users/:user/signing-out',
  '/admin/agencies/:agency/teams/new',
  '/admin/agencies/:agency/stopping',
  '/admin/agencies/:agency/admission',
  '/admin/tokens/new',
  '/admin/tokens/:program/new',
  '/admin/tokens/:program/:token/end',
  '/admin/settings/:name',
  '/admin/waiting/:proposal',
  '/admin/waiting/:proposal/withdrawal',
]

const ofAdmin: Row = {
  of: 'nothing',
  to: 'read',
  params: ({ rows: { named = '', ...rows } }) => ({ ...rows, user: named, name: 'session-idle' }),
}

/** Each route that does an action, by verb and address. A route without a row fails. */
export const rows: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(ownAccount.map(key => [key, { of: 'nothing', to: 'read' } as const])),
  'GET /cases': { of: 'nothing', to: 'read' },
  'GET /cases/:reference': aCase('read'),
  'GET /cases/new': { of: 'nothing', to: 'read' },
  'POST /cases/new': { of: 'nothing', to: 'read' },
  'GET /cases/:reference/edit': aCase('change'),
  'POST /cases/:reference/edit': aCase('change'),
  'GET /cases/:reference/owner': aCase('change'),
  'POST /cases/:reference/owner': aCase('change'),
  ...Object.fromEntries(
    reachPages.flatMap(page => [
      [`GET /cases/:reference/${page}`, belowCase],
      [`POST /cases/:reference/${page}`, belowCase],
    ]),
  ),
  'GET /cases/:reference/people/new': aCase('change'),
  'POST /cases/:reference/people/new': aCase('change'),
  'GET /cases/:reference/people/:entry/edit': roleOnCase,
  'POST /cases/:reference/people/:entry/edit': roleOnCase,
  'GET /people': { of: 'nothing', to: 'read' },
  'GET /people/:id': ofAPerson('read'),
  ...Object.fromEntries(
    formsOfAPerson.flatMap(form => [
      [`GET /people/:id/${form}`, ofAPerson('change')],
      [`POST /people/:id/${form}`, ofAPerson('change')],
    ]),
  ),
  ...Object.fromEntries(
    ['names', 'identifiers', 'addresses'].flatMap(kind => [
      [`GET /people/:id/${kind}/:row/edit`, rowOfAPerson(kind)],
      [`POST /people/:id/${kind}/:row/edit`, rowOfAPerson(kind)],
    ]),
  ),
  'GET /api/cases': { of: 'nothing', to: 'read' },
  'POST /api/cases': openedByProgram,
  'GET /api/cases/:reference': aCase('read'),
  'GET /api/people': { of: 'nothing', to: 'read' },
  'GET /api/people/:id': ofAPerson('read'),
  'GET /api/cases/:reference/people/:entry': { ...roleOnCase, to: 'read' },
  ...writtenByPrograms,
  ...Object.fromEntries(auditorsPages.map(key => [key, ofTheLog])),
  ...Object.fromEntries([...adminPages, ...adminForms].map(page => [`GET ${page}`, ofAdmin])),
  ...Object.fromEntries(adminForms.map(page => [`POST ${page}`, ofAdmin])),
  ...Object.fromEntries(
    ['GET', 'POST'].flatMap(verb => [
      [`${verb} /cases/purpose`, { of: 'nothing', to: 'read' } as const],
      [`${verb} /people/purpose`, { of: 'nothing', to: 'read' } as const],
      [`${verb} /cases/:reference/purpose`, aCase('read')],
      [`${verb} /people/:id/purpose`, ofAPerson('read')],
    ]),
  ),
  'GET /exports': { of: 'nothing', to: 'read' },
  'GET /exports/new': { of: 'nothing', to: 'read' },
  'POST /exports/new': { of: 'nothing', to: 'read' },
  'GET /exports/:request': ofARequest('supervisor', 'standards-auditor'),
  'GET /exports/:request/decision': ofARequest('supervisor'),
  'POST /exports/:request/decision': ofARequest('supervisor'),
  'POST /exports/:request/file': ofARequest(),
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
