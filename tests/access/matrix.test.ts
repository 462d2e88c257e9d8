import { describe, expect, test } from 'vitest'
import { may as account } from '../../src/modules/account/permissions.ts'
import { may as admin } from '../../src/modules/admin/permissions.ts'
import { may as casework } from '../../src/modules/casework/permissions.ts'
import { may as oversight } from '../../src/modules/oversight/permissions.ts'
import { isAllowed, type Permissions } from '../../src/platform/access/permissions.ts'
import { roles, type Role } from '../../src/platform/access/roles.ts'
import type { ActingRoute } from '../../src/platform/web/server.ts'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner, asProgram, type TestPerson } from '../builders/people.ts'
import { changes, reaches, rows, type Row } from './matrix-rows.ts'
import { matrixWorld, relations, type Relation } from './matrix-world.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const world = await matrixWorld(db)
const tables: Permissions = { ...account, ...admin, ...casework, ...oversight }

/** HEAD answers like GET; Fastify adds it by itself. */
const routes = app.actingRoutes.filter(({ verb }) => verb !== 'HEAD')
const keyOf = ({ verb, url }: ActingRoute): string => `${verb} ${url}`

test('every route that does an action has a row here, and every row its route', () => {
  expect(routes.map(keyOf).sort()).toEqual(Object.keys(rows).sort())
})

test('every action of a route stands in a permission table', () => {
  for (const { action } of routes) expect(Object.keys(tables)).toContain(action)
})

for (const route of routes) {
  const row = rows[keyOf(route)]
  if (row === undefined) continue
  describe(keyOf(route), () => {
    for (const role of roles) {
      test(`${role}: ${expectedOf(route, row, role).join(', ') || 'nothing'}`, async () => {
        const person = world.people[role]
        const reached: Relation[] = []
        for (const relation of relationsOf(row)) {
          const answer = await ask(person, route, row, relation)
          if (answer.statusCode !== 404) reached.push(relation)
          else expect(answer.body, relation).toBe((await ask(person, route, row, 'absent')).body)
          await expectEntry(person, route, answer.statusCode === 404)
        }
        expect(reached).toEqual(expectedOf(route, row, role))
      })
    }

    test('nobody: led to the sign-in page, or told', async () => {
      const url = urlOf(route, row, 'own team')
      const answer = await app.inject({ method: route.verb as 'GET', url })
      expect(answer.statusCode).toBe(url.startsWith('/api/') ? 401 : 303)
    })
  })
}

function relationsOf({ of }: Row): readonly Relation[] {
  return of === 'nothing' ? ['own team'] : relations
}

/** What the tables say: the verb by the role, and the relations in which the role reaches or changes. */
function expectedOf({ action }: ActingRoute, row: Row, role: Role): Relation[] {
  const permission = tables[action]
  if (permission === undefined || !isAllowed(permission, [role])) return []
  const reach = (row.to === 'change' ? changes : reaches)[role] ?? []
  if (row.only?.includes(role) === false) return []
  return row.of === 'nothing' ? ['own team'] : relations.filter(one => reach.includes(one))
}

function urlOf({ url }: ActingRoute, { params }: Row, relation: Relation): string {
  const values = params?.(world.cases[relation]) ?? {}
  return url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'missing')
}

const ask = async (person: TestPerson, route: ActingRoute, row: Row, relation: Relation) => {
  const url = urlOf(route, row, relation)
  const isForm = route.verb === 'POST' && !url.startsWith('/api/')
  return app.inject({
    method: route.verb as 'GET',
    url,
    headers: {
      cookie: `turnstone=${person.token}`,
      ...(await asProgram(db, person)),
      ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...row.headers?.(),
    },
    ...(route.verb !== 'GET' ? { payload: isForm ? '' : (row.body?.(person) ?? {}) } : {}),
  })
}

/** Each request left exactly one entry, and a refused one holds nothing but what was asked. */
async function expectEntry(
  person: TestPerson,
  route: ActingRoute,
  isRefused: boolean,
): Promise<void> {
  const found = await asOwner(db, client =>
    client.query<Record<string, unknown>>(
      `select outcome, case_id, person_id, cardinality(subjects) as subjects, allowed_by, cardinality(codes) as codes
       from audit.entry where user_id = $1 order by at desc, id limit 1`,
      [person.id],
    ),
  )
  expect(found.rows[0]?.['outcome'], keyOf(route)).toBe(isRefused ? 'refused' : 'done')
  if (isRefused)
    expect(found.rows[0]).toEqual({
      outcome: 'refused',
      case_id: null,
      person_id: null,
      subjects: 0,
      allowed_by: null,
      codes: 0,
    })
}
