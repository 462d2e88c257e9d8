import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyDataDir, needsMounts, runProgram, startProgram, stopped, until } from './program.ts'

test('a DATA_DIR that is a file is refused', async () => {
  const file = join(await emptyDataDir(), 'file')
  await writeFile(file, 'mine')
  const { code, err } = await runProgram({ dataDir: file })
  expect(code).toBe(1)
  expect(err).toBe(
    `${file} cannot be used as a folder, because a file is in its way. Set DATA_DIR to another folder.\n`,
  )
  expect(await readFile(file, 'utf8')).toBe('mine')
})

test('a DATA_DIR that we may not write is refused', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write everywhere')
  const folder = await emptyDataDir()
  await chmod(folder, 0o500)
  const { code, err } = await runProgram({ dataDir: folder })
  expect(code).toBe(1)
  expect(err).toMatch(/cannot be written by this user\. Give this user the right/)
})

test('a DATA_DIR on a disk that cannot be written is refused', async ({ skip }) => {
  needsMounts(skip)
  const { code, err } = await runProgram({
    dataDir: '/mnt/data',
    afterMounts: 'mount -t tmpfs -o ro none /mnt',
  })
  expect(code).toBe(1)
  expect(err).toMatch(/^\/mnt\/data cannot be written by this user\. Give this user the right/)
})

test('a disk without room for a database is refused, and nothing is made', async ({ skip }) => {
  needsMounts(skip)
  const { code, err } = await runProgram({
    dataDir: '/mnt/data',
    afterMounts: 'mount -t tmpfs -o size=100m,mode=755 none /mnt',
  })
  expect(code).toBe(1)
  expect(err).toMatch(
    /^The disk that holds \/mnt\/data is full or nearly full\. Make at least 300 MB free/,
  )
})

test('a disk that is full at a later start is refused, and starts again with room', async ({
  skip,
}) => {
  needsMounts(skip)
  const program = startProgram({
    dataDir: '/mnt/data',
    afterMounts: `mount -t tmpfs -o size=400m,mode=755 none /mnt
serve_once() { "$@" & while kill -0 $! && ! grep -q http: /mnt/data/run.json; do sleep 0.1; done 2>/dev/null; kill $! || true; wait $!; }
serve_once "$@"
dd if=/dev/zero of=/mnt/filler bs=64k 2>/dev/null || true
serve_once "$@" && exit 9 || echo "ended with $?"
rm /mnt/filler`,
  })
  await until(() => program.out().match(/is ready/g)?.length === 2)
  const { code, out, err } = await stopped(program)
  expect(err).toMatch(/The disk that holds \/mnt\/data is full/)
  expect(out).toContain('ended with 1')
  expect(code).toBe(0)
})

test('a database whose keys are gone is refused with the name of the file', async () => {
  const dataDir = await emptyDataDir()
  await mkdir(join(dataDir, 'db'))
  await writeFile(join(dataDir, 'start.lock'), '')
  await writeFile(join(dataDir, 'db', 'PG_VERSION'), '18\n')
  const { code, err } = await runProgram({ dataDir })
  expect(code).toBe(1)
  expect(err).toContain(join(dataDir, 'keys', 'database.json'))
})

test('a database of another PostgreSQL is refused and left as it is', async () => {
  const dataDir = await emptyDataDir()
  await mkdir(join(dataDir, 'db'))
  await writeFile(join(dataDir, 'start.lock'), '')
  await writeFile(join(dataDir, 'db', 'PG_VERSION'), '15\n')
  const { code, err } = await runProgram({ dataDir })
  expect(code).toBe(1)
  expect(err).toMatch(
    /was made by PostgreSQL 15, and this version of Turnstone brings PostgreSQL 18/,
  )
})
