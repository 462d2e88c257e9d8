import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Writer } from '../../../platform/db/door.ts'
import {
  hex,
  type ProgramKey,
  type Signed,
  signedBy,
} from '../../../platform/sessions/program-key.ts'
import { setPassword } from '../passwords/queries.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { aHolder, signIn, testSite, type Holder } from '../testing/site.ts'
import { signInFacts } from './queries.ts'

const site = await testSite()
const { db, program } = site
const nobody: Actor = { is: 'public' }

const actorOf = async (holder: Holder): Promise<Actor> => {
  const { cookie } = await signIn(site, holder)
  return { is: 'person', token: tokenHash(cookie.split('=')[1] ?? '') as TokenHash }
}

const refusalOf = (actor: Actor, work: (tx: Writer) => Promise<unknown>): Promise<unknown> =>
  db.door.writing(actor, work).then(
    () => 'done',
    (error: unknown) => (error as { facts?: { sqlstate?: string } }).facts?.sqlstate,
  )

describe('SQL that somebody smuggled in, as anybody or as the holder of the account', () => {
  test.each([
    ['reads no password', sql`select hash from access.password`],
    ['reads no secret of codes', sql`select secret from access.one_time_code`],
    ['reads no recovery code', sql`select hash from access.recovery_code`],
    ['reads no public key', sql`select public_key from access.passkey`],
    ['reads no invitation', sql`select * from access.invitation`],
    ['reads no count of failures', sql`select * from access.sign_in_failure`],
    ['clears no count of failures', sql`delete from access.sign_in_failure`],
    ['sets no password', sql`update access.password set hash = '$argon2id$v=19$forged'`],
    [
      'plants no passkey',
      sql`insert into access.passkey (user_id, credential_id, public_key, counter, name)
      select access.user_id(), '\\x01', '\\x01', 0, 'forged'`,
    ],
    [
      'links no identity',
      sql`insert into access.federated_identity (issuer, subject, user_id)
      select 'https://forged.example', '1', access.user_id()`,
    ],
    [
      'calls none of the owner’s own functions',
      sql`select access.keep_password(access.user_id(), '$argon2id$v=19$forged')`,
    ],
    ['makes nobody’s proof', sql`select access.prove('0', 'proof|x|1', '\\x00')`],
  ])('%s', async (_, statement) => {
    const holder = await aHolder(site)
    for (const actor of [nobody, await actorOf(holder)])
      expect(await refusalOf(actor, tx => statement.execute(tx))).toBe('42501')
  })

  test('sees the passkeys of nobody but whoever acts', async () => {
    const [holder, other] = [await aHolder(site), await aHolder(site)]
    const read = sql`select user_id from access.password union all select user_id from access.one_time_code`
    const { rows } = await db.door.reading(await actorOf(holder), tx => read.execute(tx as Writer))
    expect(rows).toEqual([{ user_id: holder.id }, { user_id: holder.id }])
    expect(rows).not.toContainEqual({ user_id: other.id })
  })
})

describe('what the program says', () => {
  const factsFor = async (said: (now: number) => Signed, tx: Writer) => {
    const it = said(await epochNow(tx))
    return sql`select * from access.sign_in_facts(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
  }
  const { key } = program
  const of = (holder: Holder) => hex(holder.email)

  test('is believed for a minute, and opens the facts of that one account', async () => {
    const holder = await aHolder(site)
    const facts = await db.door.reading(nobody, tx => signInFacts(tx, key, holder.email))
    expect(facts).toMatchObject({ userId: holder.id })
    expect(facts?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })

  test.each<[string, (holder: Holder) => (now: number) => Signed]>([
    ['too old', holder => now => signedBy(key, 'facts', of(holder), now - 62)],
    ['from the future', holder => now => signedBy(key, 'facts', of(holder), now + 62)],
    ['said for another purpose', holder => now => signedBy(key, 'password', of(holder), now)],
    ['with a field more', holder => now => signedBy(key, 'facts', of(holder), of(holder), now)],
    [
      'signed by a program that is not known here',
      holder => now => signedBy(randomBytes(32) as ProgramKey, 'facts', of(holder), now),
    ],
    [
      'changed after it was signed',
      holder => now => ({
        ...signedBy(key, 'facts', hex('somebody@ardenshire.example'), now),
        message: `facts|${of(holder)}|${now}`,
      }),
    ],
  ])('is refused when it is %s', async (_, said) => {
    const holder = await aHolder(site)
    expect(await refusalOf(nobody, tx => factsFor(said(holder), tx))).toBe('42501')
  })

  test('sets a password that is a hash of ours, and nothing else', async () => {
    const holder = await aHolder(site)
    const plain = { userId: holder.id, hash: 'otter lantern biscuit' }
    expect(await refusalOf(nobody, tx => setPassword(tx, key, plain))).toBe('23514')
  })
})
