import type { TestCase, TestModule } from 'vitest/node'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** A file that could not even be read counts as one failed test: its tests did not pass. */
export function countsOf(modules: readonly Pick<TestModule, 'children' | 'errors'>[]): Counts {
  const tests = modules.flatMap(module => [...module.children.allTests()])
  const count = (state: string) => tests.filter(test => test.result().state === state).length
  const unreadable = modules.filter(module => module.errors().length > 0).length
  return {
    passed: count('passed'),
    failed: count('failed') + unreadable,
    skipped: count('skipped') + count('pending'),
  }
}

/** The line that scripts look for; always the last. */
export const lastLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** One line for each test that was not run: its title and why. */
export function skippedLines(modules: readonly Pick<TestModule, 'children'>[]): string[] {
  return modules
    .flatMap(module => [...module.children.allTests()])
    .filter(test => test.result().state === 'skipped')
    .map(test => `Skipped: ${test.fullName}${reasonOf(test)}`)
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  return result.state === 'skipped' && result.note ? ` (${result.note})` : ''
}
