/**
 * `npm run bench`: measures every figure that we claim, each beside its baseline in the same run.
 * `node bench/run.ts NAME…` measures some; `--json` prints the result as JSON.
 */
import { openBench } from './bench.ts'
import type { Figure, Outcome } from './figure.ts'
import { figures } from './figures.ts'
import { observeMachine } from './machine.ts'
import { resultOf, writeResult, type Taken } from './result.ts'
import { table } from './table.ts'

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const names = words.filter(word => !word.startsWith('-'))
const unknown = names.filter(name => !figures.some(figure => figure.name === name))
const wanted = figures.filter(({ name }) => names.length === 0 || names.includes(name))

if (unknown.length > 0) {
  process.stderr.write(
    `No figure is called ${unknown.join(', ')}. There are: ${figures.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exitCode = 1
} else {
  await run()
}

async function run(): Promise<void> {
  const machine = observeMachine()
  const taken: Taken[] = []
  await using bench = await openBench()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void bench[Symbol.asyncDispose]().then(() => process.exit(130)))
  }
  for (const figure of wanted) {
    process.stderr.write(`${figure.name}: ${figure.what}\n`)
    taken.push({ figure, outcome: await outcomeOf(figure, () => figure.measure(bench)) })
  }
  const result = resultOf(taken, machine(await bench.postgresVersion()))
  // A part of the figures must not stand where people look for all of them.
  if (wanted.length === figures.length) await writeResult(result)
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : table(result))
  if (result.figures.some(({ met }) => met === false)) process.exitCode = 1
}

/** A figure that breaks is a bound that was not met; the others are still measured. */
async function outcomeOf(
  figure: Figure,
  measure: () => Promise<Outcome>,
): Promise<Outcome | Error> {
  try {
    return await measure()
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    process.stderr.write(`${figure.name} could not be measured: ${failure.message}\n`)
    return failure
  }
}
