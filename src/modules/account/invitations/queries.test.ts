import { expect, test } from 'vitest'
import { asOwner } from '../../../../tests/builders/people.ts'
import { tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import type { Writer } from '../../../platform/db/door.ts'
import {
  handedCodeDigest,
  newHandedCode,
  type HandedCode,
} from '../../../platform/sessions/handed-code.ts'
import { invitedByTwo } from '../testing/invited-by-two.ts'
import { testSite } from '../testing/site.ts'
import { openToProvider } from './queries.ts'

const site = await testSite()
const { db, program } = site

const somebodyWaits = () =>
  asOwner(db, async client => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount !== 0
  })

test('the right code that comes while a fifth wrong one is counted waits, and comes too late', async () => {
  const { id, url, code, agree } = await invitedByTwo(site)
  await agree()
  const token = tokenHash(url.split('/').at(-1) ?? '') as TokenHash
  const sends = (handed: HandedCode) => (tx: Writer) =>
    openToProvider(tx, program.key, {
      token,
      handed: handedCodeDigest(program.key, id, handed),
    })
  const wrong = sends(newHandedCode())
  for (let tries = 0; tries < 4; tries++)
    expect(await db.door.writing({ is: 'public' }, wrong)).toBe('wrong code')
  const [counted, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const fifth = db.door.writing({ is: 'public' }, async tx => {
    const outcome = await wrong(tx)
    counted.resolve()
    await go.promise
    return outcome
  })
  await counted.promise
  const right = db.door.writing({ is: 'public' }, sends(code))
  for (let tries = 0; tries < 100 && !(await somebodyWaits()); tries++);
  go.resolve()
  expect(await Promise.all([fifth, right])).toEqual(['over', 'over'])
})
