import { expect, test, vi } from 'vitest'
import { Broken } from '../log/broken.ts'
import { recur } from './recurring.ts'

const quiet = { info: () => undefined, warn: () => undefined }

test('a job is done at once and then again, and no more when it is stopped', async () => {
  const once = vi.fn(() => Promise.resolve())
  const jobs = recur([{ every: 5, code: 'JOB_FAILED', once }], { ...quiet, error: vi.fn() })
  expect(once).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(once.mock.calls.length).toBeGreaterThan(2))
  await jobs.stop()
  const before = once.mock.calls.length
  await new Promise(resolve => setTimeout(resolve, 30))
  expect(once).toHaveBeenCalledTimes(before)
})

test('stopping waits for what is at work, and not for the next time', async () => {
  const work = Promise.withResolvers<undefined>()
  const jobs = recur([{ every: 600_000, code: 'JOB_FAILED', once: () => work.promise }], {
    ...quiet,
    error: vi.fn(),
  })
  const over = vi.fn()
  const stopping = jobs.stop().then(over)
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(over).not.toHaveBeenCalled()
  work.resolve(undefined)
  await stopping
})

test('a time that fails is told by its code and stops neither itself nor another job', async () => {
  const said: unknown[] = []
  const log = { ...quiet, error: (...line: unknown[]) => void said.push(line) }
  const [first, second] = [vi.fn(), vi.fn()]
  first.mockRejectedValueOnce(new Broken('DATABASE_LOST')).mockRejectedValue(new Error('words'))
  second.mockResolvedValue(undefined)
  const jobs = recur(
    [first, second].map(once => ({ every: 2, code: 'JOB_FAILED', once })),
    log,
  )
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(1))
  await jobs.stop()
  expect(said.slice(0, 2)).toEqual([['DATABASE_LOST', {}], ['JOB_FAILED']])
  expect(second.mock.calls.length).toBeGreaterThan(1)
})
