/**
 * The functions that go past the row policies, called as the application calls them: by nobody, and with
 * words that the program never signed. They answer nothing and change nothing.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { newToken, tokenHash } from '../../src/platform/access/token.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { keyId, signedBy, type ProgramKey } from '../../src/platform/sessions/program-key.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner } from '../builders/people.ts'
import { administratorsFunctions } from './administrators-functions.ts'
import { auditorsFunctions } from './auditors-functions.ts'
import { definers, type Definer } from './definers.ts'
import { exportsFunctions } from './exports-functions.ts'
import { aScenario, contentsOf } from './scenario.ts'

const db = await testDatabase()
const scenario = await aScenario(db)
const { investigator, supervisor, stranger, caseId } = scenario

const asApp = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(db.app, work)
const callableBy = (caller: Definer['for']): string[] =>
  Object.keys(definers).filter(name => definers[name]!.for === caller)

const key = randomBytes(32) as ProgramKey
await asOwner(db, owner => owner.query('select access.register_program($1)', [key]))

const seconds = async (): Promise<number> => {
  const answer = await asOwner(db, owner =>
    owner.query<{ now: number }>('select extract(epoch from clock_timestamp())::int as now'),
  )
  return answer.rows[0]!.now
}

/** What the program signs to begin a session of the investigator. */
const beginning = async (of: ProgramKey, offset = 0) => {
  const digest = tokenHash(newToken())!.toString('hex')
  const parts = ['session', investigator.id, digest, 'browser', 'token', 900, 900] as const
  return signedBy(of, ...parts, (await seconds()) + offset)
}

const beginSession = (client: Client, said: { key: string; message: string; tag: Buffer }) =>
  client.query<{ begun: string | null }>('select access.begin_session($1, $2, $3) as begun', [
    said.key,
    said.message,
    said.tag,
  ])

test('a session begins when the program has signed for it, and the same words begin no second one', async () => {
  await asApp(async client => {
    const said = await beginning(key)
    expect((await beginSession(client, said)).rows[0]?.begun).toMatch(/^[0-9a-f-]{36}$/)
    await expect(beginSession(client, said)).rejects.toMatchObject({ code: '23505' })
  })
})

const unsaid: Readonly<
  Record<string, (said: Awaited<ReturnType<typeof beginning>>) => Partial<typeof said>>
> = {
  'a tag of zeros': () => ({ tag: Buffer.alloc(32) }),
  'a tag that is cut short': said => ({ tag: said.tag.subarray(0, 31) }),
  'an empty tag': () => ({ tag: Buffer.alloc(0) }),
  'another user in the message': said => ({
    message: said.message.replace(investigator.id, supervisor.id),
  }),
  'a longer lifetime in the message': said => ({
    message: said.message.replace('|900|900|', '|900|90000|'),
  }),
  'a key that nobody registered': () => ({ key: '0123456789abcdef' }),
  'a message without fields': () => ({ message: '' }),
}

test.for(Object.entries(unsaid))('%s begins no session', async ([, change]) => {
  const said = await beginning(key)
  await asApp(async client => {
    const attempt = beginSession(client, { ...said, ...change(said) })
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
})

test.for([-61, 61])('what was signed %s seconds from now begins no session', async offset => {
  const said = await beginning(key, offset)
  await asApp(client => expect(beginSession(client, said)).rejects.toMatchObject({ code: '42501' }))
})

test('what an unregistered key of the same length signs begins no session', async () => {
  const said = await beginning(randomBytes(32) as ProgramKey)
  await asApp(client => expect(beginSession(client, said)).rejects.toMatchObject({ code: '42501' }))
})

test('a message that was signed for one thing does no other', async () => {
  const message = `facts|${Buffer.from('a@ardenshire.example').toString('hex')}|${await seconds()}`
  const tag = createHmac('sha256', key).update(message).digest()
  const others = callableBy('the program').filter(name => name !== 'access.sign_in_facts')
  expect(others.length).toBeGreaterThan(10)
  await asApp(async client => {
    const values = [keyId(key), message, tag]
    await client.query('select access.sign_in_facts($1, $2, $3)', values)
    for (const name of others)
      await expect(client.query(`select ${name}($1, $2, $3)`, values), name).rejects.toMatchObject({
        code: '42501',
      })
  })
})

const nobodysToken = `decode(repeat('00', 32), 'hex')`

/** How each function that the application may call is called here, and all that it answers to nobody. */
const answersToNobody: Readonly<Record<string, { with: string; rows: readonly unknown[][] }>> = {
  ...administratorsFunctions(scenario),
  'access.end_own_other_sessions': { with: '', rows: [[0]] },
  'access.end_own_session': {
    with: `(select '${scenario.session}'::uuid)`,
    rows: [[false]],
  },
  'access.end_own_sessions': { with: '', rows: [[0]] },
  'access.end_session': { with: nobodysToken, rows: [[false]] },
  'access.enter': { with: nobodysToken, rows: [] },
  'access.in_line': { with: `'${supervisor.id}', '${investigator.id}'`, rows: [[false]] },
  'access.invitation_of': { with: nobodysToken, rows: [] },
  'access.knows_program': { with: `'0123456789abcdef'`, rows: [[false]] },
  'access.own_sessions': { with: '', rows: [] },
  'access.readers': { with: '', rows: [[[]]] },
  'access.session_of': { with: nobodysToken, rows: [] },
  'access.verified': { with: '', rows: [[null]] },
  'audit.areas': { with: '', rows: [] },
  'audit.newest': {
    with: `'${investigator.team.areaId}'`,
    rows: [[null, null, null, null, null, null]],
  },
  'audit.number': {
    with: `'${investigator.team.areaId}', 0, array[gen_random_uuid()], array[sha256('')], '', 'A note'`,
    rows: [],
  },
  'audit.waiting': { with: `'${investigator.team.areaId}', 100`, rows: [] },
  'casework.allowed_by': { with: `'{1,2,3,4,5,6,7,8,9}'`, rows: [[null]] },
  'casework.am_kept_from_glass': { with: '', rows: [[false]] },
  'casework.kept_from_glass_here': { with: '', rows: [] },
  'casework.lift_glass': {
    with: `'${investigator.id}', 'A reason of their own'`,
    rows: [['absent']],
  },
  'casework.ask_seal': {
    with: `'${caseId}', 'sealed', 'Somebody is at risk'`,
    rows: [[null]],
  },
  'casework.assign_team': {
    with: `'${caseId}', '${stranger.team.id}', 1`,
    rows: [['absent']],
  },
  'casework.break_glass': {
    with: `'${scenario.reference}', 'out-of-hours cover', 'A reason of twenty characters', '2026-12-01'`,
    rows: [[null]],
  },
  'casework.cases_named': {
    with: `'a', 'z', '{a}', '{z}', '{a}', '{z}', '{"state": "all", "type": "", "sensitivity": "", "sort": "newest", "most": 10}'`,
    rows: [[[]]],
  },
  'casework.people_on': { with: `'${caseId}'`, rows: [] },
  'casework.reach_on': { with: `'${caseId}'`, rows: [] },
  'casework.decide_seal': { with: `'${scenario.sealRequest}', true`, rows: [['absent']] },
  'casework.end_share': { with: `'${scenario.share}'`, rows: [['absent']] },
  // The setting, which is no secret: nobody has tried.
  'casework.glass_tries_left': { with: '', rows: [[5]] },
  'casework.is_blocked': { with: `'${caseId}'`, rows: [[false]] },
  'casework.may_change': { with: `'${caseId}'`, rows: [[false]] },
  'casework.may_know': { with: `'${scenario.personId}'`, rows: [[false]] },
  'casework.may_read': { with: `'${caseId}'`, rows: [[false]] },
  'casework.review_glass': {
    with: `'${scenario.glass}', 'justified', 'Looked at it closely'`,
    rows: [['absent']],
  },
  'casework.set_sensitivity': { with: `'${caseId}', 'restricted', 1`, rows: [['absent']] },
  'casework.share_case': {
    with: `'${caseId}', '${stranger.id}', null, now() + interval '1 day', 'consent', 'A good reason'`,
    rows: [['absent']],
  },
  ...auditorsFunctions(scenario),
  ...exportsFunctions(scenario),
  'platform.keep_for_ended_session': {
    with: `${nobodysToken}, '/cases/new', '{}'`,
    rows: [[false]],
  },
}

/** What answers whoever asks, and tells nobody's secrets: names of migrations, and one word. */
const answersAnybody = ['platform.applied_migrations', 'platform.deployment_found']

/** Adds an entry that names nobody; a test of its own below. */
const addsForNobody = 'audit.append'

test('each function that the application may call is called here', () => {
  const called = [...Object.keys(answersToNobody), ...answersAnybody, addsForNobody]
  expect(called.sort()).toEqual(callableBy('the application').sort())
})

/** Some say so; it comes to the same as answering nothing. */
const refusal = (error: { code?: string }) => ({ rows: error.code === '42501' ? [] : [error] })

for (const [name, { with: given, rows }] of Object.entries(answersToNobody)) {
  test(`${name} answers nothing to nobody, and has no effect`, async () => {
    const before = await withClient(db.superuser, contentsOf)
    const answered = await asApp(async client => {
      await client.query(`begin; select set_config('app.actor', 'public', true)`)
      const text = `select * from ${name}(${given})`
      const answer = await client.query({ text, rowMode: 'array' }).catch(refusal)
      await client.query('commit')
      return answer.rows
    })
    const after = await withClient(db.superuser, contentsOf)
    expect(answered).toEqual(rows)
    expect(after).toEqual(before)
  })
}

test.for(answersAnybody)('%s has no effect', async name => {
  const before = await withClient(db.superuser, contentsOf)
  await asApp(client => client.query(`select * from ${name}()`))
  expect(await withClient(db.superuser, contentsOf)).toEqual(before)
})

test.for(callableBy('the program'))(
  '%s does nothing for a message that nobody signed',
  async name => {
    const before = await withClient(db.superuser, contentsOf)
    await asApp(async client => {
      const unsigned: unknown[][] = [
        [keyId(key), `facts|00|${await seconds()}`, Buffer.alloc(32)],
        ['', '', Buffer.alloc(0)],
        [null, null, null],
      ]
      for (const values of unsigned)
        await expect(client.query(`select ${name}($1, $2, $3)`, values)).rejects.toMatchObject({
          code: '42501',
        })
    })
    expect(await withClient(db.superuser, contentsOf)).toEqual(before)
  },
)

test('an entry of the log that nobody adds names nobody, whatever it speaks of', async () => {
  const entry = await asApp(async client => {
    await client.query(`begin; select set_config('app.ctx', $$${investigator.id}$$, true)`)
    const { rows } = await client.query<{ id: string }>(
      `select audit.append('consultation', 'case.read', 'refused', null, null, null, '{}',
        'TS-0000-0000', null, null, null, '{}', null) as id`,
    )
    await client.query('commit')
    return rows[0]!.id
  })
  const { rows } = await asOwner(db, owner =>
    owner.query('select user_id, session_id from audit.entry where id = $1', [entry]),
  )
  expect(rows).toEqual([{ user_id: null, session_id: null }])
})

test('nobody changes or removes a row of any table, even where the application has the right', async () => {
  const before = await withClient(db.superuser, contentsOf)
  await asApp(async client => {
    const { rows } = await client.query<{ statement: string }>(changesText)
    expect(rows.length).toBeGreaterThan(10)
    for (const { statement } of rows) {
      await client.query(`begin; select set_config('app.actor', 'person', true)`)
      const changed = await client.query(statement)
      await client.query('commit')
      expect(changed.rowCount, statement).toBe(0)
    }
  })
  expect(await withClient(db.superuser, contentsOf)).toEqual(before)
})

/** Each change that the application has a right to, of every row that it would reach. */
const changesText = `
  select format('update %s set %I = %2$I', c.oid::regclass, attname) as statement
  from pg_class c join pg_namespace n on n.oid = relnamespace join pg_attribute on attrelid = c.oid
  where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind = 'r' and attnum > 0
    and has_column_privilege(c.oid, attnum, 'update')
  union all
  select format('delete from %s', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = relnamespace
  where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind = 'r' and has_table_privilege(c.oid, 'delete')`
