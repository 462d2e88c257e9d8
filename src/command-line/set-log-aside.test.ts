import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeLogKey, readLogKey } from '../platform/audit/keys/log-key.ts'
import { sinksOf } from '../platform/audit/open-audit.ts'
import { setLogAside } from './set-log-aside.ts'

const moment = Temporal.Instant.from('2026-11-23T12:00:00.5Z')

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'turnstone-aside-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

test('the next demonstration finds neither key nor copies of the former, and both are kept', async () => {
  const place = { dataDir: await folder(), audit: { copies: null, name: 'test.example' } }
  const sinks = { dataDir: place.dataDir, ...place.audit }
  await makeLogKey({ dataDir: place.dataDir, name: 'test.example' }, 'ardenshire')
  await sinksOf(sinks)('ardenshire').append('a\n1\nr\n\n— a b\n')
  await setLogAside(place, moment)
  expect(await readLogKey(place.dataDir, 'ardenshire')).toBeNull()
  expect(await sinksOf(sinks)('ardenshire').last()).toBeNull()
  expect(await readdir(join(place.dataDir, 'audit'))).toEqual([
    'ardenshire.checkpoints.until-2026-11-23T12-00-00Z',
  ])
  expect(await readdir(join(place.dataDir, 'keys'))).toEqual([
    'former-audit-ardenshire-2026-11-23T12-00-00Z.json',
  ])
})

test('where there is no former log nothing is in the way', async () => {
  await setLogAside({ dataDir: await folder(), audit: { copies: null, name: 'x' } }, moment)
})

test('copies that cannot be renamed stop the command before anything is thrown away', async () => {
  const dataDir = await folder()
  const copies = join(dataDir, 'copies')
  await mkdir(join(copies, 'ardenshire.checkpoints'), { recursive: true })
  // A folder that already has the new name cannot be replaced by renaming.
  const taken = join(copies, 'ardenshire.checkpoints.until-2026-11-23T12-00-00Z')
  await mkdir(join(taken, 'full'), { recursive: true })
  await expect(
    setLogAside({ dataDir, audit: { copies, name: 'x' } }, moment),
  ).rejects.toMatchObject({ code: 'DEMO_LOG_HELD' })
})
