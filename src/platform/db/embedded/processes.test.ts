import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isAlive, runToEnd } from './processes.ts'

test('this process is alive, and one that never was is not', () => {
  expect(isAlive(process.pid)).toBe(true)
  expect(isAlive(2 ** 30)).toBe(false)
})

test('a process that ended but that nobody has collected is not alive', async ({ skip }) => {
  skip(!existsSync('/proc/self/stat'), 'only Linux shows such processes in /proc')
  // The shell becomes a sleep, which never asks what became of its child; the child ends after that.
  const parent = spawn('/bin/sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'])
  onTestFinished(() => void parent.kill())
  const [said] = (await once(parent.stdout, 'data')) as [Buffer]
  const pid = Number(said.toString())
  expect(isAlive(pid)).toBe(true)
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000, interval: 100 })
  expect(() => process.kill(pid, 0)).not.toThrow()
})

test('a program that we run gets none of our environment', async () => {
  process.env['SECRET_FOR_TEST'] = 'x'
  onTestFinished(() => {
    delete process.env['SECRET_FOR_TEST']
  })
  const { code, output } = await runToEnd('env', [], null)
  expect(code).toBe(0)
  expect(output).not.toContain('SECRET_FOR_TEST')
})

test('a program that is not there is an answer, not an error', async () => {
  expect((await runToEnd('/no/such/program', [], null)).code).toBeNull()
})
