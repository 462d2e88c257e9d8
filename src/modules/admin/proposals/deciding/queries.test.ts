import { expect, test } from 'vitest'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import type { Writer } from '../../../../platform/db/door.ts'
import { proposing } from '../../testing/proposing.ts'
import { adminSite } from '../../testing/site.ts'
import { withdraw } from '../withdrawing/queries.ts'
import { agree, decline } from './queries.ts'

const site = await adminSite()
const { db, partners, first, second } = site
const { as, proposed, rolesOf } = proposing(site)
const third = await aPerson(db, { team: partners, role: 'administrator' })
const elsewhere = await aPerson(db, { team: await aTeam(db), role: 'administrator' })

const idIn = (place: string): string => place.split('/').at(-1) ?? ''

test.each([
  ['an administrator of another area', () => Promise.resolve(elsewhere)],
  ['a colleague', () => as('investigator')],
])('to %s a proposal is absent, whatever is sent', async (_, who) => {
  const colleague = await as()
  const id = idIn(await proposed(colleague))
  const { actor } = await who()
  const answers = await db.door.writing(actor, async tx => [
    await agree(tx, id, null),
    await decline(tx, id, 'Not known to us'),
    await withdraw(tx, id),
  ])
  expect(answers).toEqual([{ is: 'absent' }, 'absent', 'absent'])
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
})

test('only whoever proposed it takes it back', async () => {
  const id = idIn(await proposed(await as()))
  expect(await db.door.writing(second.actor, tx => withdraw(tx, id))).toBe('absent')
  expect(await db.door.writing(first.actor, tx => withdraw(tx, id))).toBe('done')
})

const somebodyWaits = () =>
  asOwner(db, async client => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount !== 0
  })

const acts: Readonly<
  Record<
    string,
    [who: TestPerson, act: (tx: Writer, id: string) => Promise<unknown>, over: unknown]
  >
> = {
  agrees: [third, (tx, id) => agree(tx, id, null), { is: 'over' }],
  declines: [third, (tx, id) => decline(tx, id, 'Not known to us'), 'over'],
  'takes it back': [first, withdraw, 'over'],
}

test.each(Object.entries(acts))(
  'while one agrees and has not finished, whoever %s waits, and finds it decided',
  async (_, [who, act, over]) => {
    const colleague = await as()
    const id = idIn(await proposed(colleague))
    const [agreed, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const one = db.door.writing(second.actor, async tx => {
      const outcome = await agree(tx, id, null)
      agreed.resolve()
      await go.promise
      return outcome.is
    })
    await agreed.promise
    const other = db.door.writing(who.actor, tx => act(tx, id))
    for (let tries = 0; tries < 100 && !(await somebodyWaits()); tries++);
    go.resolve()
    expect(await Promise.all([one, other])).toEqual(['done', over])
    expect(await rolesOf(colleague)).toEqual(['investigator', 'training-lead'])
  },
)
