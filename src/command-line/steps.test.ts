import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../platform/clock/clock.ts'
import { openSteps } from './steps.ts'
import type { Terminal } from './terminal.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function watched(interactive: boolean) {
  const seen = { lines: [] as string[], drawn: [] as string[] }
  const terminal: Terminal = {
    interactive,
    line: text => seen.lines.push(text),
    problem: text => seen.lines.push(`problem: ${text}`),
    draw: text => seen.drawn.push(text),
  }
  return { seen, steps: openSteps(terminal, systemClock) }
}

const lasting = (milliseconds: number) =>
  new Promise<void>(resolve => setTimeout(resolve, milliseconds))
const naming = { doing: 'Making tea', done: 'Tea made' }

test('a step is one line with its time', async () => {
  const { seen, steps } = watched(true)
  const step = steps(naming, () => lasting(900))
  await vi.advanceTimersByTimeAsync(900)
  await step
  expect(seen).toEqual({ lines: ['Tea made in 0.9 s'], drawn: [] })
})

test('what was done may be told from the result', async () => {
  const { seen, steps } = watched(false)
  await steps({ doing: 'Making tea', done: (cups: number) => `${cups} cups made` }, async () => 3)
  expect(seen.lines).toEqual(['3 cups made in 0.0 s'])
})

test('a person who waits more than two seconds sees a bar, which goes when the step is done', async () => {
  const { seen, steps } = watched(true)
  const step = steps(naming, async progress => {
    progress(0.5)
    await lasting(3_000)
  })
  await vi.advanceTimersByTimeAsync(1_900)
  expect(seen.drawn).toEqual([])
  await vi.advanceTimersByTimeAsync(1_100)
  await step
  expect(seen.drawn.at(0)).toBe('\r\u001b[K[============            ] Making tea, 2.0 s')
  expect(seen.drawn.at(-1)).toBe('\r\u001b[K')
  expect(seen.lines).toEqual(['Tea made in 3.0 s'])
})

test('nobody draws a bar into a file', async () => {
  const { seen, steps } = watched(false)
  const step = steps(naming, () => lasting(5_000))
  await vi.advanceTimersByTimeAsync(5_000)
  await step
  expect(seen.drawn).toEqual([])
})

test('a step that fails says nothing and leaves no bar', async () => {
  const { seen, steps } = watched(true)
  const step = steps(naming, async () => {
    await lasting(3_000)
    throw new Error('no water')
  })
  const failed = expect(step).rejects.toThrow('no water')
  await vi.advanceTimersByTimeAsync(3_000)
  await failed
  expect(seen.lines).toEqual([])
  expect(seen.drawn.at(-1)).toBe('\r\u001b[K')
})
