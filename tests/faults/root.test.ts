import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
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
    afterMounts: `mount -t tmpfs -o mode=755 none /mnt
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
