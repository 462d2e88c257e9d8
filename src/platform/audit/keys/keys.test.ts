import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifierKeyText } from '../../../methods/hash-tree/verifier-key.ts'
import { makeLogKey, readLogKey } from './log-key.ts'
import { wordsKeyOf } from './words-key.ts'

async function aPlace() {
  const dataDir = await mkdtemp(join(tmpdir(), 'turnstone-keys-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return { dataDir, name: 'turnstone.example' }
}

test('a key that was made is read again, and names its log', async () => {
  const place = await aPlace()
  expect(await readLogKey(place.dataDir, 'ardenshire')).toBeNull()
  const key = await makeLogKey(place, 'ardenshire')
  expect(key.origin).toBe('turnstone.example/audit/ardenshire')
  const again = await readLogKey(place.dataDir, 'ardenshire')
  expect(again?.verifiers.map(verifierKeyText)).toEqual(key.verifiers.map(verifierKeyText))
})

test('of several processes that make a key at once all get the same one', async () => {
  const place = await aPlace()
  const keys = await Promise.all(Array.from({ length: 8 }, () => makeLogKey(place, 'ardenshire')))
  expect(new Set(keys.map(({ signer }) => signer.key.id)).size).toBe(1)
  const words = await Promise.all(Array.from({ length: 8 }, () => wordsKeyOf(place.dataDir)))
  expect(new Set(words.map(key => key.toString('hex'))).size).toBe(1)
  expect(await readdir(join(place.dataDir, 'keys'))).toEqual([
    'audit-ardenshire.json',
    'sought-words.json',
  ])
})

test('keys are for their owner alone', async () => {
  const place = await aPlace()
  await makeLogKey(place, 'ardenshire')
  await wordsKeyOf(place.dataDir)
  const folder = join(place.dataDir, 'keys')
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600)
  }
})

test('keys that signed before stay known as verifiers', async () => {
  const place = await aPlace()
  const before = await makeLogKey(place, 'arden')
  const path = join(place.dataDir, 'keys', 'audit-arden.json')
  const seed = Buffer.alloc(32, 5).toString('base64')
  const earlier = before.verifiers.map(verifierKeyText)
  await writeFile(path, JSON.stringify({ origin: before.origin, seed, earlier }))
  const key = await readLogKey(place.dataDir, 'arden')
  expect(key?.verifiers).toHaveLength(2)
  expect(key?.verifiers[1]?.id).toBe(before.signer.key.id)
})

test('a damaged key is refused and left as it is', async () => {
  const place = await aPlace()
  await makeLogKey(place, 'ardenshire')
  const path = join(place.dataDir, 'keys', 'audit-ardenshire.json')
  for (const text of ['', '{}', '{"origin":"a b","seed":"AAAA"}', 'no key']) {
    await writeFile(path, text)
    await expect(readLogKey(place.dataDir, 'ardenshire')).rejects.toMatchObject({
      code: 'AUDIT_KEY_DAMAGED',
    })
    expect(await readFile(path, 'utf8')).toBe(text)
  }
  await writeFile(join(place.dataDir, 'keys', 'sought-words.json'), '{"key":"AAAA"}')
  await expect(wordsKeyOf(place.dataDir)).rejects.toMatchObject({ code: 'AUDIT_KEY_DAMAGED' })
})

test('a key that is there but cannot be read is not made anew', async ({ skip }) => {
  const place = await aPlace()
  await wordsKeyOf(place.dataDir)
  await rm(join(place.dataDir, 'keys'), { recursive: true })
  await writeFile(join(place.dataDir, 'keys'), 'in the way')
  await expect(wordsKeyOf(place.dataDir)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
  skip(process.getuid?.() === 0, 'root may read whatever there is')
  const other = await aPlace()
  await wordsKeyOf(other.dataDir)
  await chmod(join(other.dataDir, 'keys', 'sought-words.json'), 0)
  await expect(wordsKeyOf(other.dataDir)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
})

test('a name that could lead out of the folder is no name of an area', async () => {
  const place = await aPlace()
  await expect(makeLogKey(place, '../run')).rejects.toMatchObject({ code: 'AUDIT_KEY_DAMAGED' })
})
