import { appendFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { fileSink } from './file-sink.ts'
import { notesOf } from './notes-text.ts'
import { patientSink } from './patient-sink.ts'

const note = (size: number): string =>
  `turnstone.example/audit/ardenshire\n${size}\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— turnstone.example/audit/ardenshire 3gwDwBPsJvzuDTcm${size}=\n`

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-sink-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'audit', 'ardenshire.checkpoints')
}

test('notes come back as they were added, in their order, whoever adds them', async () => {
  const path = await aFile()
  const sink = fileSink(path, { makeFolder: true })
  expect(await sink.read()).toEqual([])
  expect(await sink.last()).toBeNull()
  const sizes = Array.from({ length: 80 }, (_, n) => n)
  for (const size of sizes) await sink.append(note(size))
  expect(await sink.read()).toEqual(sizes.map(note))
  expect(await fileSink(path, { makeFolder: false }).last()).toBe(note(79))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a note whose writing broke off is left out, wherever it broke off, and the next one is whole', async () => {
  for (let at = 1; at < note(2).length; at += 1) {
    const path = await aFile()
    const sink = fileSink(path, { makeFolder: true })
    await sink.append(note(1))
    await appendFile(path, note(2).slice(0, at))
    expect(await sink.read(), `at ${at}`).toEqual([note(1)])
    expect(await sink.last(), `at ${at}`).toBe(note(1))
    await sink.append(note(3))
    expect(await sink.read(), `at ${at}`).toEqual([note(1), note(3)])
    expect(await sink.last(), `at ${at}`).toBe(note(3))
  }
})

test('nothing that stands in the file is written over', async () => {
  const path = await aFile()
  const sink = fileSink(path, { makeFolder: true })
  await sink.append(note(1))
  const before = await readFile(path, 'utf8')
  await sink.append(note(2))
  expect((await readFile(path, 'utf8')).startsWith(before)).toBe(true)
})

test('a note that somebody changed is handed on as it is, for the verification to refuse', () => {
  const text = `${note(1)}\n${note(2).replace('—', '-')}\n${note(3)}\n`
  expect(notesOf(text)).toHaveLength(4)
  expect(notesOf(text)[0]).toBe(note(1))
  expect(notesOf(text)[3]).toBe(note(3))
})

test('a file of one note as another program wrote it is read, with a blank line at its end or without', () => {
  expect(notesOf(note(7))).toEqual([note(7)])
  expect(notesOf(`${note(7)}\n`)).toEqual([note(7)])
  expect(notesOf('\n\n')).toEqual([])
})

test('any text at all is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '— ', '\n\n') }), text => {
      notesOf(text)
    }),
  )
})

test('a folder that is mounted is not made in its absence', async () => {
  const path = await aFile()
  const sink = fileSink(path, { makeFolder: false })
  await expect(sink.append(note(1))).rejects.toMatchObject({ code: 'ENOENT' })
  await mkdir(join(path, '..'))
  await sink.append(note(1))
  expect(await sink.last()).toBe(note(1))
})

test('a place that hangs fails in time, and is asked nothing more until it answers', async () => {
  let asked = 0
  const hanging = Promise.withResolvers<null>()
  const last = () => {
    asked += 1
    return hanging.promise
  }
  const sink = patientSink(
    { last, append: () => Promise.resolve(), read: () => Promise.resolve([]) },
    20,
  )
  await expect(sink.last()).rejects.toMatchObject({ code: 'AUDIT_COPY_SLOW' })
  await expect(sink.last()).rejects.toMatchObject({ code: 'AUDIT_COPY_SLOW' })
  await expect(sink.append(note(1))).rejects.toMatchObject({ code: 'AUDIT_COPY_SLOW' })
  expect(asked).toBe(1)
  hanging.resolve(null)
  await new Promise(setImmediate)
  expect(await sink.last()).toBeNull()
  expect(asked).toBe(2)
})
