import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProgram } from '../../src/platform/config/program-root.ts'
import { emptyDataDir, needsMounts, runProgram, startProgram, stopped } from './program.ts'

test('root starts it on a machine without a postgres user, from a checkout that only root can enter', async ({
  skip,
}) => {
  needsMounts(skip)
  const dataDir = await emptyDataDir()
  const program = startProgram({
    dataDir,
    root: '/mnt/private/checkout',
    afterMounts: `umask 077
mount -t tmpfs -o mode=755 none /mnt
mkdir -m 700 /mnt/private; mkdir /mnt/private/checkout /mnt/etc
cp -a /etc/. /mnt/etc/; sed -i '/postgres/d' /mnt/etc/passwd /mnt/etc/group
mount --bind /mnt/etc /etc
mount --rbind '${inProgram()}' /mnt/private/checkout`,
  })
  expect((await fetch(await program.ready)).status).toBe(200)
  expect((await stat(join(dataDir, 'db'))).uid).not.toBe(0)
  expect(await readdir(dataDir)).toContain('server')
  expect((await stopped(program)).code).toBe(0)
})

test('root without any way to make a user runs the database as nobody', async ({ skip }) => {
  needsMounts(skip)
  const dataDir = await emptyDataDir()
  const program = startProgram({
    dataDir,
    afterMounts: `mount -t tmpfs -o mode=755 none /mnt
cp /etc/passwd /mnt/passwd; sed -i '/postgres\\|turnstone/d' /mnt/passwd
mount --bind /mnt/passwd /etc/passwd
mount --bind /bin/false /usr/sbin/useradd`,
  })
  await program.ready
  expect((await stat(join(dataDir, 'db'))).uid).toBe(65_534)
  expect((await stopped(program)).code).toBe(0)
})

test('root is told which folder bars the user who runs the database', async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'for root only')
  const outer = await emptyDataDir()
  await mkdir(join(outer, 'private', 'data'), { recursive: true })
  await chmod(outer, 0o755)
  await chmod(join(outer, 'private'), 0o700)
  const { code, err } = await runProgram({ dataDir: join(outer, 'private', 'data') })
  expect(code).toBe(1)
  expect(err).toContain(`may not pass through ${join(outer, 'private')}. Set DATA_DIR`)
  expect((await stat(join(outer, 'private'))).mode & 0o777).toBe(0o700)
})

test('a user who has no name on this machine is told so', async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'for root only')
  const dataDir = await emptyDataDir()
  await chown(dataDir, 54_321, 54_321)
  const { code, err } = await runProgram({ dataDir, as: 54_321 })
  expect(code).toBe(1)
  expect(err).toMatch(/^This user has a number but no name on this machine, /)
})

test('an ordinary user runs the database itself', async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'for root only; the other tests run as an ordinary user then')
  const nobody = 65_534
  const dataDir = await emptyDataDir()
  await chown(dataDir, nobody, nobody)
  const program = startProgram({ dataDir, as: nobody })
  expect((await fetch(await program.ready)).status).toBe(200)
  expect((await stat(join(dataDir, 'db'))).uid).toBe(nobody)
  expect((await stopped(program)).code).toBe(0)
})

test('an ordinary user is told that the data were made by another', async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'for root only')
  const dataDir = await emptyDataDir()
  await chown(dataDir, 65_534, 65_534)
  await mkdir(join(dataDir, 'db'))
  const { code, err } = await runProgram({ dataDir, as: 65_534 })
  expect(code).toBe(1)
  expect(err).toMatch(/belongs to another user of this machine/)
})
