import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../tests/builders/database.ts'
import { asOwner, signedIn } from '../../tests/builders/people.ts'
import { inProgram } from '../platform/config/program-root.ts'
import { makeDemonstration } from './make.ts'
import { demonstrationSeed, personas, userIdOf } from './personas.ts'
import { teams } from './partnership.ts'
import { planDemonstration } from './plan.ts'
import { reachIn, shareRoles, teamRoles } from './reach.ts'

const db = await testDatabase()
// What ends by itself does so by the clock of the database, so the plan is of the present day.
const today = Temporal.Now.plainDateISO('UTC')
const plan = planDemonstration({ seed: demonstrationSeed, today })
const reach = reachIn(plan)
const referenceOf = new Map(plan.cases.map(({ id, reference }) => [id, reference]))

beforeAll(async () => {
  await makeDemonstration(db.owner, { seed: demonstrationSeed, today })
})

/** What the program shows to this user: each case by its reference, with what allowed it. */
async function shown(userId: string): Promise<Map<string, string>> {
  const { actor } = await signedIn(db, userId)
  const { rows } = await db.door.writing(actor, tx =>
    sql<{ reference: string; allowed_by: string }>`
      select reference, casework.allowed_by(acl) as allowed_by from casework.case`.execute(tx),
  )
  return new Map(rows.map(one => [one.reference, one.allowed_by]))
}

test('each of the 60 users is shown the cases that the rules in plain words give, for the same reason', async () => {
  const now = Temporal.Now.instant().toString()
  for (const { id, family_name, disabled_at } of plan.users) {
    if (disabled_at !== null) continue
    const expected = plan.cases.flatMap(one => {
      const allowedBy = reach(id, one, now)
      return allowedBy === null ? [] : [[one.reference, allowedBy] as const]
    })
    expect(await shown(id), family_name).toEqual(new Map(expected))
  }
})

const page = readFileSync(inProgram('docs', 'demonstration.md'), 'utf8')
/** Rows of the table of planted cases: | what it shows | `TS-…` | one cell a persona |. */
const [head = [], ...rows] = page
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim().replaceAll('`', '')))
  .filter(cells => (cells[1] === 'Case' && cells[2] === 'Reference') || /^TS-/.test(cells[2] ?? ''))

test.for(head.slice(3, -1))(
  'docs/demonstration.md says what %s sees of the planted cases',
  async code => {
    const seen = await shown(userIdOf(code))
    const column = head.indexOf(code)
    expect(rows.length).toBe(16)
    for (const cells of rows) {
      expect(seen.get(cells[2]!) ?? '–', `${cells[1]!} ${cells[2]!}`).toBe(cells[column])
    }
  },
)

test.for(personas.filter(({ role }) => !shareRoles.includes(role)).map(({ code }) => code))(
  '%s sees colleagues, and no case and nobody on a case',
  async code => {
    const { actor } = await signedIn(db, userIdOf(code))
    const counts = await db.door.reading(actor, async tx => ({
      users: (await tx.selectFrom('access.user_account').select('id').execute()).length,
      cases: (await tx.selectFrom('casework.case').select('id').execute()).length,
      persons: (await tx.selectFrom('people.person').select('id').execute()).length,
      glass: (await tx.selectFrom('casework.glass').select('id').execute()).length,
    }))
    const glass = code.startsWith('standards-auditor') ? 3 : 0
    expect(counts).toEqual({ users: 60, cases: 0, persons: 0, glass })
  },
)

test('the analyst sees neither the child from whom he is blocked nor a case of hers', async () => {
  const persons = async (code: string) => {
    const { actor } = await signedIn(db, userIdOf(code))
    return db.door.reading(actor, tx => tx.selectFrom('people.person').select('id').execute())
  }
  const { person_id: child } = plan.blocks.find(one => one.person_id !== null)!
  expect(await persons('analyst')).not.toContainEqual({ id: child })
  expect(await persons('supervisor')).toContainEqual({ id: child })
  const cases = plan.casePersons.filter(one => one.person_id === child)
  expect(cases.length).toBe(2)
  const seen = await shown(userIdOf('analyst'))
  for (const { case_id } of cases) expect(seen.has(referenceOf.get(case_id)!)).toBe(false)
})

test('an account that was closed gets in nowhere', async () => {
  const { id } = plan.users.find(one => one.disabled_at !== null)!
  const { actor } = await signedIn(db, id)
  await expect(db.door.reading(actor, () => Promise.resolve(1))).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  })
})

test('the second person of each role is in another line', async () => {
  const { rows } = await asOwner(db, client =>
    client.query<{ in_line: boolean }>(
      `select access.in_line(a, b) as in_line
       from unnest($1::uuid[], $2::uuid[]) as pair (a, b)`,
      [
        personas.filter(({ code }) => !code.endsWith('-2')).map(({ code }) => userIdOf(code)),
        personas.filter(({ code }) => code.endsWith('-2')).map(({ code }) => userIdOf(code)),
      ],
    ),
  )
  expect(rows).toEqual(Array.from({ length: 14 }, () => ({ in_line: false })))
})

test('the second supervisor may decide on the request to seal, and the first may not', async () => {
  const [request] = plan.sealRequests
  const decide = async (code: string): Promise<string> => {
    const { actor } = await signedIn(db, userIdOf(code))
    const { rows } = await db.door.writing(actor, tx =>
      sql<{
        said: string
      }>`select casework.decide_seal(${request!.id}::uuid, false) as said`.execute(tx),
    )
    return rows[0]!.said
  }
  expect(await decide('supervisor')).toBe('own request')
  expect(await decide('investigator')).toBe('absent')
  expect(await decide('supervisor-2')).toBe('done')
})

test('the roles that reach cases are those of the database', async () => {
  const { rows } = await asOwner(db, client =>
    client.query<{ code: string; team_cases: boolean; agency_shares: boolean }>(
      'select code, team_cases, agency_shares from access.role order by code',
    ),
  )
  expect(rows.filter(one => one.team_cases).map(one => one.code)).toEqual(teamRoles.toSorted())
  expect(rows.filter(one => one.agency_shares).map(one => one.code)).toEqual(shareRoles.toSorted())
})

test('docs/demonstration.md names every persona with name and team', () => {
  for (const { code, given, family, team } of personas) {
    const row = page.split('\n').find(line => line.startsWith(`| \`${code}\` `)) ?? ''
    const cells = row.split('|').map(cell => cell.trim())
    expect(cells.slice(2, 4), code).toEqual([`${given} ${family}`, teams[team].name])
  }
})
