/**
 * Runs every test that can run on this machine, or those whose path holds a word of the command
 * line, and ends with the line `N passed, N failed, N skipped`. `--faults` runs the long rounds of
 * kills and races instead. Skipped tests are named with their reason.
 */
import { startVitest, type TestModule } from 'vitest/node'
import { build, isStale } from './build.ts'
import { countsOf, lastLine, skippedLines } from './test-counts.ts'

const words = process.argv.slice(2)
const isLong = words.includes('--faults')
if (isLong) process.env['FAULT_ROUNDS'] ??= '25'
const filters = isLong ? ['tests/faults'] : words.filter(word => !word.startsWith('-'))

// Some tests start the program itself; two of them building at once would only cost time.
if (isStale()) await build()

const ended: { modules: readonly TestModule[]; errors: number } = { modules: [], errors: 0 }
const vitest = await startVitest(filters, { watch: false, reporters: reporters() })
await vitest.close()

const counts = countsOf(ended.modules)
for (const line of skippedLines(ended.modules)) process.stdout.write(`${line}\n`)
if (ended.errors > 0) process.stdout.write(`${ended.errors} errors outside any test\n`)
process.stdout.write(`${lastLine(counts)}\n`)
const isGood = counts.failed === 0 && counts.passed > 0 && ended.errors === 0
process.exitCode = isGood && !process.exitCode ? 0 : 1

function reporters() {
  return [
    'default' as const,
    {
      onTestRunEnd: (modules: readonly TestModule[], errors: readonly unknown[]) => {
        ended.modules = modules
        ended.errors = errors.length
      },
    },
  ]
}
