import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyDataDir, runProgram, type Ended } from './program.ts'

const method = (words: string[], input = ''): Promise<Ended> =>
  runProgram({ dataDir: '/nowhere', words: ['method', ...words], input })

test('a calculation answers JSON with JSON', async () => {
  const { code, out, err } = await method(['wilson'], '{ "x": 5, "n": 9 }')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ method: 'wilson', n: 9 })
})

test('a calculation about days knows the calendars that are shipped', async () => {
  const input = '{ "from": "2026-12-24", "days": 1, "calendar": "england-and-wales" }'
  const { out } = await method(['add-working-days'], input)
  expect(out).toContain('2026-12-29')
})

test('an input of another shape is an answer that says what is missing', async () => {
  const { code, out } = await method(['wilson'], '{ "x": 5 }')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ is: 'not defined' })
})

test.each([
  [['wilson'], 'x = 5', 'What came on standard input is not JSON that can be read.\n'],
  [['wilsen'], '{}', 'There is no method of this name; "method --list" names them all.\n'],
  [['check', '/no/such/file.json'], '', '/no/such/file.json cannot be read. Check its path.\n'],
  [
    ['wilson', 'agresti'],
    '',
    'Write "method NAME", "method --list" or "method check FILE"; "method --help" says more.\n',
  ],
])('method %j on %j is refused in a sentence', async (words, input, sentence) => {
  expect(await method(words, input)).toEqual({ code: 1, out: '', err: sentence })
})

test('the list names each calculation with its input', async () => {
  const { code, out } = await method(['--list'])
  expect(code).toBe(0)
  expect(out).toMatch(
    /^wilson\n {2}.*\?\n {2}\{ "x": whole number, .*\n {2}docs\/methods\/[\w-]+\.md$/m,
  )
})

test('a file of reference cases ends with the counts, and fails when a case does', async () => {
  const file = join(await emptyDataDir(), 'cases.json')
  const check = async (upper: number) => {
    const wilson = { x: 4, n: 10, level: 0.95 }
    const expected = { wilson: [0.168180329706236, upper] }
    const cases = [
      { id: 'four of ten', kind: 'one_proportion', input: wilson, expected },
      { id: 'later', kind: 'of another time', input: {}, expected: { a: 1 } },
    ]
    await writeFile(file, JSON.stringify({ topic: 'x', tolerance: { absolute: 1e-8 }, cases }))
    return method(['check', file])
  }
  const skipped = 'skipped of another time: 1 case, no method yet\n'
  expect(await check(0.687326230266342)).toEqual({
    code: 0,
    err: '',
    out: `${skipped}1 passed, 0 failed, 1 skipped\n`,
  })
  const failing = await check(0.7)
  expect(failing.code).toBe(1)
  expect(failing.out).toMatch(/^four of ten: wilson.*\n/)
  expect(failing.out).toMatch(/\n0 passed, 1 failed, 1 skipped\n$/)
})
