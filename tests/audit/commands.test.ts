/** The commands as a person gives them, on a program with its own database. */
import { spawnSync } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signerOf } from '../../src/methods/hash-tree/signer.ts'
import { verifierKeyText } from '../../src/methods/hash-tree/verifier-key.ts'
import {
  madeDataDir,
  ownerOf,
  runProgram,
  startProgram,
  stopped,
  until,
  type Ended,
} from '../faults/program.ts'

const subject = '0f8e2c4a-1b3d-4e5f-8a9b-0c1d2e3f4a5b'

test('a log that is whole, exported from and edited by hand is told of rightly, while the program runs and after', async () => {
  const dataDir = await madeDataDir()
  const program = startProgram({ dataDir })
  const address = await program.ready
  await record(dataDir, 20)
  expect(await asked(`${address}/health`)).toMatchObject({ audit: 'answers' })
  const whole = await turnstone(dataDir, 'verify')
  expect(whole).toMatchObject({ code: 0, err: '' })
  expect(whole.out).toMatch(
    /^turnstone\.local\/audit\/\S+: whole, [\d,]+ entries\n  Copies outside vouch for all of it\.$/m,
  )

  const file = join(dataDir, 'export.json')
  const exported = await turnstone(dataDir, 'export', '--subject', subject, '--out', file)
  expect(exported).toMatchObject({ code: 0, out: '' })
  expect(exported.err).toBe('21 entries exported. The export itself is the last of them.\n')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await turnstone(dataDir, 'export', '--subject', subject, '--out', file)).err).toMatch(
    /cannot be written/,
  )
  const keys = (await turnstone(dataDir, 'key')).out.trim().split('\n')
  await sawExport(dataDir, file, keys)

  await stopped(program)
  expect(await turnstone(dataDir, 'verify')).toMatchObject({ code: 0 })
  const last = startProgram({ dataDir })
  await last.ready
  const owner = await ownerOf(dataDir)
  await owner.query('alter table audit.entry disable trigger never_changes')
  await owner.query(
    `update audit.entry set outcome = 'refused' where person_id = $1 and codes = '{third}'`,
    [subject],
  )
  const edited = await turnstone(dataDir, 'verify')
  expect(edited.code).toBe(1)
  expect(edited.out).toMatch(
    /: BROKEN, [\d,]+ entries\n  Entry \d+ has been edited: its content is not what was recorded\.\n/,
  )
  const place = Number(/Entry (\d+)/.exec(edited.out)?.[1])
  const around = await turnstone(dataDir, 'verify', '--from', `${place}`, '--to', `${place}`)
  expect(around).toMatchObject({ code: 1 })
  expect(around.out).toContain(`Entry ${place} has been edited`)
  const refused = await turnstone(dataDir, 'export', '--subject', subject)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/is not what was signed, so nothing can be exported/)
}, 120_000)

test('after an old backup is put back the log stands still, says so, and goes on when somebody accepts it', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  await record(dataDir, 20)
  await copiedOutside(dataDir)
  await stopped(first)
  const before = await copies(dataDir)
  spawnSync('cp', ['-a', join(dataDir, 'db'), join(dataDir, 'backup')])
  const second = startProgram({ dataDir })
  await second.ready
  await record(dataDir, 7)
  await until(async () => (await copies(dataDir)) > before)
  await stopped(second)
  spawnSync('rm', ['-r', join(dataDir, 'db')])
  spawnSync('mv', [join(dataDir, 'backup'), join(dataDir, 'db')])

  const third = startProgram({ dataDir })
  const address = await third.ready
  await record(dataDir, 3)
  await until(async () => (await asked(`${address}/health`))['audit'] === 'stands still')
  const restored = await turnstone(dataDir, 'verify')
  expect(restored.code).toBe(1)
  expect(restored.out).toMatch(/^Entries wait for their place: a copy outside is over more entries/)
  expect(restored.out).toMatch(
    /or an old copy of the database was put in its place\.\n  3 entries without a place yet/,
  )
  const area = /turnstone\.local\/audit\/(\S+):/.exec(restored.out)![1]!
  expect((await turnstone(dataDir, 'carry-on', '--area', 'nowhere')).err).toContain(
    `--area ${area}`,
  )
  expect(await turnstone(dataDir, 'carry-on', '--area', area)).toMatchObject({ code: 0 })
  await until(async () => (await asked(`${address}/health`))['audit'] === 'answers')
  const forked = await turnstone(dataDir, 'verify')
  expect(forked.code).toBe(1)
  expect(forked.out).toMatch(/The log (agrees with the copies outside up to|ends after) /)
  expect(forked.out).not.toMatch(/without a place/)
  expect((await turnstone(dataDir, 'carry-on', '--area', area)).out).toMatch(
    /there is nothing to accept/,
  )
  const ended = await stopped(third)
  expect(ended.err.match(/AUDIT_FORK/g)).toHaveLength(1)
}, 120_000)

test('a log whose key was lost goes on with a new one, for whoever still knows the public half of the old', async () => {
  const dataDir = await madeDataDir()
  const program = startProgram({ dataDir })
  await program.ready
  await record(dataDir, 5)
  await copiedOutside(dataDir)
  const before = (await turnstone(dataDir, 'key')).out.trim()
  const area = before.split('+')[0]!.split('/')[2]!
  const path = join(dataDir, 'keys', `audit-${area}.json`)
  spawnSync('rm', [path])
  await record(dataDir, 5)
  const lost = await turnstone(dataDir, 'verify')
  expect(lost.code).toBe(1)
  expect(lost.out).toMatch(
    /^Entries wait for their place: the key of the log is not in DATA_DIR\/keys/,
  )
  expect((await turnstone(dataDir, 'renew-key', '--area', area)).err).toMatch(/--earlier KEY/)
  const stranger = verifierKeyOf(before.split('+')[0]!)
  const other = await turnstone(dataDir, 'renew-key', '--area', area, '--earlier', stranger)
  expect(other).toMatchObject({ code: 1, out: '' })
  expect(other.err).toMatch(/None of the keys signed the newest checkpoint/)
  const renewed = await turnstone(dataDir, 'renew-key', '--area', area, '--earlier', before)
  expect(renewed).toMatchObject({ code: 0, err: '' })
  expect((await turnstone(dataDir, 'key')).out).toBe(`${renewed.out}${before}\n`)
  await copiedOutside(dataDir)
  expect(await turnstone(dataDir, 'verify')).toMatchObject({ code: 0 })
  const again = await turnstone(dataDir, 'renew-key', '--area', area)
  expect(again).toMatchObject({ code: 0, err: '' })
  expect(await turnstone(dataDir, 'verify')).toMatchObject({ code: 0 })
  expect((await turnstone(dataDir, 'key')).out).toBe(`${again.out}${renewed.out}${before}\n`)
  await stopped(program)
}, 120_000)

test('a file of copies that somebody else kept is compared too, and one of another log is refused', async () => {
  const dataDir = await madeDataDir()
  const program = startProgram({ dataDir })
  await program.ready
  await record(dataDir, 5)
  const file = await copiedOutside(dataDir)
  const kept = join(dataDir, 'kept-elsewhere')
  const text = await readFile(file, 'utf8')
  await writeFile(kept, text)
  expect(await turnstone(dataDir, 'verify', '--checkpoint', kept)).toMatchObject({ code: 0 })
  await writeFile(kept, text.replaceAll('turnstone.local', 'turnstone.example'))
  const other = await turnstone(dataDir, 'verify', '--checkpoint', kept)
  expect(other).toMatchObject({ code: 1, out: '' })
  expect(other.err).toMatch(/holds a checkpoint of another log, turnstone\.example\/audit/)
  await writeFile(kept, text.replace(/\n(\d+)\n/, '\n1$1\n'))
  const forged = await turnstone(dataDir, 'verify', '--checkpoint', kept)
  expect(forged.code).toBe(1)
  expect(forged.out).toMatch(/Outside copy \d+ was changed after it was signed\./)
  for (const words of [
    ['--checkpoint', join(dataDir, 'none')],
    ['--frm', '3'],
    ['--from', 'x'],
  ]) {
    expect(await turnstone(dataDir, 'verify', ...words)).toMatchObject({ code: 1, out: '' })
  }
  await stopped(program)
}, 120_000)

/** The file that was exported, and what becomes of it when somebody changes it. */
async function sawExport(dataDir: string, file: string, keys: string[]): Promise<void> {
  const sound = await turnstone('/nowhere', 'verify-export', file, '--key', keys[0]!)
  expect(sound).toMatchObject({ code: 0, err: '' })
  expect(sound.out).toContain('All 21 entries stand in the log')
  expect(sound.out).toContain('Signed with the key that you gave.')
  expect((await turnstone('/nowhere', 'verify-export', file)).out).toContain(
    'the key in the file itself',
  )
  const forged = join(dataDir, 'forged.json')
  await writeFile(forged, (await readFile(file, 'utf8')).replace('"done"', '"refused"'))
  const refused = await turnstone('/nowhere', 'verify-export', forged)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.out).toMatch(/^REFUSED\n  Entry \d+ is not in the log\. /)
}

/** A key of this name that signed nothing. */
function verifierKeyOf(name: string): string {
  const signer = signerOf(name, Buffer.alloc(32, 7))
  if (signer.is === 'refused') throw new Error(signer.reason)
  return verifierKeyText(signer.key)
}

const turnstone = (dataDir: string, ...words: string[]): Promise<Ended> =>
  runProgram({ dataDir, words: ['audit', ...words] })

/** Entries about the subject, as pages would make them; the third says so. */
async function record(dataDir: string, count: number): Promise<void> {
  const owner = await ownerOf(dataDir)
  await owner.query(`insert into access.force_area (slug, name) select 'ardenshire', 'Ardenshire'
    where not exists (select from access.force_area)`)
  const text = `insert into audit.entry (area_id, class, verb, outcome, person_id, codes)
    select (select id from access.force_area order by created_at, id limit 1), 'consultation', 'case.read', 'done', $1,
      case n when 3 then '{third}'::text[] else '{}' end from generate_series(1, $2::integer) n`
  await owner.query(text, [subject, count])
}

/** The file of copies, once it is over all entries; what the program does by itself adds some meanwhile. */
async function copiedOutside(dataDir: string): Promise<string> {
  const owner = await ownerOf(dataDir)
  const found = { path: '' }
  await until(async () => {
    const { rows } = await owner.query<{ slug: string; entries: string }>(
      `select a.slug, (select count(*) from audit.entry e where e.area_id = a.id) as entries
       from access.force_area a order by created_at, id limit 1`,
    )
    const { slug, entries } = rows[0]!
    found.path = join(dataDir, 'audit', `${slug}.checkpoints`)
    const text = await readFile(found.path, 'utf8').catch(() => '')
    return text.includes(`\n${entries}\n`)
  })
  return found.path
}

async function copies(dataDir: string): Promise<number> {
  const { stdout } = spawnSync('sh', ['-c', `cat ${join(dataDir, 'audit')}/*.checkpoints | wc -c`])
  return Number(String(stdout))
}

const asked = async (address: string): Promise<Record<string, unknown>> =>
  (await fetch(address)).json() as Promise<Record<string, unknown>>
