import { expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { countsOf, lastLine, skippedLines } from './test-counts.ts'

/** What vitest tells of a file, as far as we read it. */
function file(tests: Record<string, { state: string; note?: string }>, errors = 0): TestModule {
  const all = Object.entries(tests).map(([fullName, result]) => ({
    fullName,
    result: () => result,
  }))
  const module = { children: { allTests: () => all }, errors: () => Array.from({ length: errors }) }
  return module as unknown as TestModule
}

test('the last line counts what passed, failed and was not run', () => {
  const files = [
    file({ a: { state: 'passed' }, b: { state: 'failed' } }),
    file({ c: { state: 'passed' }, d: { state: 'skipped' }, e: { state: 'pending' } }),
  ]
  expect(lastLine(countsOf(files))).toBe('2 passed, 1 failed, 2 skipped')
})

test('a file that cannot be read is a failure, although none of its tests failed', () => {
  expect(countsOf([file({}, 2)])).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a test that was not run is named with its reason', () => {
  const files = [
    file({ 'the sky is blue': { state: 'skipped', note: 'it is night' }, b: { state: 'passed' } }),
  ]
  expect(skippedLines(files)).toEqual(['Skipped: the sky is blue (it is night)'])
})
