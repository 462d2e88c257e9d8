/**
 * What somebody could try who can send any SQL as the application: forge who acts, borrow another
 * transaction's context, read what is hidden, call every function past the policies. Raw connections,
 * without the door.
 */
import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner, type TestPerson } from '../builders/people.ts'
import { aScenario } from './scenario.ts'

const db = await testDatabase()
const { investigator, stranger, caseId } = await aScenario(db)

const asApp = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(db.app, work)

/** Begins a transaction, as somebody or as nobody. */
async function begin(client: Client, person?: TestPerson): Promise<void> {
  await client.query(`begin; select set_config('app.actor', 'person', true)`)
  if (person) await client.query('select from access.enter($1)', [person.actor.token])
}

const contextOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ context: string }>(
    `select current_setting('app.ctx') as context`,
  )
  return rows[0]!.context
}

const actWith = (client: Client, context: string) =>
  client.query(`select set_config('app.ctx', $1, true)`, [context])

interface Seen {
  user: string | null
  reach: number[]
  rows: number
}

/** Who the database takes this to be, and how much it shows of what is not public. */
async function seen(client: Client): Promise<Seen> {
  const { rows } = await client.query<Seen>(`
    select access.user_id() as user, access.readers() || access.writers() || access.self() as reach, (
      (select count(*) from casework.case) + (select count(*) from casework.case_person)
      + (select count(*) from people.person) + (select count(*) from people.name)
      + (select count(*) from access.user_account) + (select count(*) from access.posting)
      + (select count(*) from access.user_contact) + (select count(*) from audit.entry))::int as rows`)
  return rows[0]!
}

const nothing: Seen = { user: null, reach: [], rows: 0 }

test('the investigator of the case sees the case with the own context: these tests can fail', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    const all = await seen(client)
    expect(all.user).toBe(investigator.id)
    expect(all.reach).not.toEqual([])
    expect(all.rows).toBeGreaterThan(6)
    const { rowCount } = await client.query('select from casework.case where id = $1', [caseId])
    expect(rowCount).toBe(1)
  })
})

test('without a context nothing shows', async () => {
  await asApp(async client => {
    await begin(client)
    expect(await seen(client)).toEqual(nothing)
  })
})

/** Ways to make a context out of a real one, or out of nothing. */
const forgeries: Readonly<Record<string, (real: string) => string>> = {
  'an empty context': () => '',
  'a context of blanks': () => ' '.repeat(300),
  'a seal without anything sealed': real => real.slice(-64),
  'a context of random characters': () => randomBytes(200).toString('base64'),
  'a context with a random seal': real => `${real.slice(0, -64)}${randomBytes(32).toString('hex')}`,
  'a context with a seal of zeros': real => `${real.slice(0, -64)}${'0'.repeat(64)}`,
  'a context without its seal': real => real.slice(0, -65),
  'a context whose seal lost a digit': real => real.slice(0, -1),
  'a context whose seal gained a digit': real => `${real}0`,
  'a context whose seal is in capitals': real =>
    `${real.slice(0, -64)}${real.slice(-64).toUpperCase()}`,
  'a context with a blank after it': real => `${real} `,
  'a context twice over': real => `${real}|${real}`,
  'the context of another person with the own user written in': real =>
    real.replace(investigator.id, stranger.id),
  'a context with more principals to read by': real => real.replace(/\{/, '{1,2,3,4,5,6,7,'),
  'a context with more roles': real => real.replace('{investigator}', '{standards-auditor}'),
}

test.for(Object.entries(forgeries))('%s opens nothing', async ([, forge]) => {
  await asApp(async client => {
    await begin(client, investigator)
    const real = await contextOf(client)
    expect(forge(real)).not.toBe(real)
    await actWith(client, forge(real))
    expect(await seen(client)).toEqual(nothing)
    await actWith(client, real)
    expect((await seen(client)).user).toBe(investigator.id)
  })
})

test('a context that is cut short anywhere, or changed by one character anywhere but in the bar before its seal, opens nothing', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    const real = await contextOf(client)
    const { rows } = await client.query<{ opened: string[] | null; tried: number }>(
      `with forged as (
         select left($1, n) as context from generate_series(0, length($1) - 1) n
         union all
         select overlay($1 placing case substr($1, n, 1) when '1' then '2' else '1' end from n for 1)
         from generate_series(1, length($1)) n where n <> length($1) - 64)
       select count(*)::int as tried,
         array_agg(context) filter (where (select access.verified() from set_config('app.ctx', context, true)) is not null) as opened
       from forged where context <> $1`,
      [real],
    )
    expect(rows[0]).toEqual({ tried: 2 * real.length - 1, opened: null })
  })
})

test('the context of an earlier transaction on the same connection opens nothing', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    const earlier = await contextOf(client)
    await client.query('commit')
    await begin(client)
    await actWith(client, earlier)
    expect(await seen(client)).toEqual(nothing)
  })
})

test('a transaction that is chained to one with a context has none', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    const earlier = await contextOf(client)
    await client.query('commit and chain')
    expect(await seen(client)).toEqual(nothing)
    await actWith(client, earlier)
    expect(await seen(client)).toEqual(nothing)
  })
})

test('a context that is set for the whole connection does not outlive its transaction', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    await client.query(`select set_config('app.ctx', $1, false)`, [await contextOf(client)])
    await client.query('commit')
    expect(await seen(client)).toEqual(nothing)
  })
})

test('the context of another connection whose transaction is still open opens nothing', async () => {
  await asApp(async theirs => {
    await begin(theirs, investigator)
    const context = await contextOf(theirs)
    await asApp(async client => {
      await begin(client)
      await actWith(client, context)
      expect(await seen(client)).toEqual(nothing)
      const ownPlace = context.replace(/^[^|]*\|[^|]*/, await placeOf(client))
      await actWith(client, ownPlace)
      expect(await seen(client)).toEqual(nothing)
    })
    expect((await seen(theirs)).user).toBe(investigator.id)
  })
})

/** What a context begins with: the connection and the start of the transaction. */
const placeOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ place: string }>(
    `select pg_backend_pid() || '|' || extract(epoch from transaction_timestamp()) as place`,
  )
  return rows[0]!.place
}

test('a context that was signed before the key changed opens nothing', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    await asOwner(db, owner => owner.query('select access.rotate_context_key()'))
    expect(await seen(client)).toEqual(nothing)
  })
})

// Found and told, and not mended yet: must fail until access.verified() compares with `is distinct from`.
test('a context opens nothing while there is no key to check it by', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    await asOwner(db, owner => owner.query('delete from access.context_key'))
    onTestFinished(async () => {
      await asOwner(db, owner => owner.query('select access.rotate_context_key()'))
    })
    expect(await seen(client)).toEqual(nothing)
    await actWith(client, `${await placeOf(client)}${sayingAll}|${'0'.repeat(64)}`)
    expect(await seen(client)).toEqual(nothing)
  })
})

const sayingAll = `|${investigator.id}|${investigator.id}|${investigator.team.areaId}|{1}|{1,2,3}|{1,2,3}|{supervisor}`

test('a statement that was planned for one person shows the next nothing of the first', async () => {
  await asApp(async client => {
    const cases = { name: 'cases', text: 'select id from casework.case' }
    await begin(client, investigator)
    for (let time = 0; time < 8; time += 1) expect((await client.query(cases)).rowCount).toBe(1)
    await client.query('commit')
    await begin(client, stranger)
    expect((await client.query(cases)).rowCount).toBe(0)
    await client.query('commit')
    await begin(client)
    expect((await client.query(cases)).rowCount).toBe(0)
  })
})

test('a cursor that outlives its transaction holds only what its maker saw', async () => {
  await asApp(async client => {
    await begin(client, stranger)
    await client.query('declare kept cursor with hold for select id from casework.case')
    await client.query('commit')
    await begin(client, investigator)
    expect((await client.query('fetch all from kept')).rowCount).toBe(0)
  })
})

test.for(['system:reference-loader', 'system:demonstration', 'person', 'owner', '%'])(
  'whoever calls himself %s without a session sees nothing and changes nothing',
  async actor => {
    await asApp(async client => {
      await client.query(`begin; select set_config('app.actor', '${actor}', true)`)
      expect(await seen(client)).toEqual(nothing)
      await expect(
        client.query(`update inspection.force set name = 'Other'`),
      ).rejects.toMatchObject({
        code: '42501',
      })
    })
  },
)

const reachOf = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ reach: string }>(
    `select current_setting('app.reach') as reach`,
  )
  return rows[0]!.reach
}

/** Ways to keep or widen the list of principals past what was sealed. */
const reachForgeries: Readonly<Record<string, (real: string) => string>> = {
  'a list with more principals': real => real.replace('{', '{1,2,3,4,5,6,7,'),
  'a list without its seal': real => real.slice(64),
  'a list with a seal of zeros': real => `${'0'.repeat(64)}${real.slice(64)}`,
  'no list': () => '',
}

test.for(Object.entries(reachForgeries))('%s reaches nothing', async ([, forge]) => {
  await asApp(async client => {
    await begin(client, investigator)
    const real = await reachOf(client)
    expect(forge(real)).not.toBe(real)
    await client.query(`select set_config('app.reach', $1, true)`, [forge(real)])
    const { rows } = await client.query<{ reach: number[] }>('select access.readers() as reach')
    expect(rows[0]!.reach).toEqual([])
    expect((await client.query('select from casework.case')).rowCount).toBe(0)
  })
})

test('a list of principals opens nothing beside another context, or beside none: a block could be taken away so', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    const reach = await reachOf(client)
    await actWith(client, '')
    expect(await seen(client)).toEqual(nothing)
    await client.query('select from access.enter($1)', [stranger.actor.token])
    await client.query(`select set_config('app.reach', $1, true)`, [reach])
    expect((await client.query('select from casework.case where id = $1', [caseId])).rowCount).toBe(
      0,
    )
  })
})
