/**
 * `npm run check`: everything that a machine can check without running the tests, two at a time, and
 * all of them even where one fails. Words on the command line choose some of them by name. Exit code 1
 * where any failed.
 */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { checks, type Step } from './checks/checks.ts'

const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !checks.some(step => step.name === name))

if (unknown.length > 0) {
  process.stderr.write(
    `There is no check called ${unknown.join(', ')}. Checks: ${checks.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exitCode = 1
} else {
  const chosen = checks.filter(({ name }) => asked.length === 0 || asked.includes(name))
  const outcomes = await twoAtATime(chosen)
  if (chosen.length > 1) process.stdout.write(`\n${outcomes.map(lineOf).join('')}`)
  const failed = outcomes.filter(({ isGood }) => !isGood).length
  process.stdout.write(`\n${outcomes.length - failed} checks passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}

interface Outcome {
  step: Step
  isGood: boolean
  words: string
  seconds: number
}

async function twoAtATime(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await outcomeOf(step)
      outcomes.push(outcome)
      const { isGood, words } = outcome
      process.stdout.write(`${lineOf(outcome)}${isGood ? '' : indented(words)}`)
    }
  }
  await Promise.all([work(), work()])
  return outcomes.sort((one, other) => steps.indexOf(one.step) - steps.indexOf(other.step))
}

async function outcomeOf(step: Step): Promise<Outcome> {
  const started = performance.now()
  const { isGood, words } = await ('command' in step ? ran(step.command) : looked(step.faults))
  return { step, isGood, words, seconds: (performance.now() - started) / 1000 }
}

interface Found {
  isGood: boolean
  words: string
}

/** Tools are found in node_modules/.bin, the packaged Node among them. */
function ran([name, ...words]: readonly [string, ...string[]]): Promise<Found> {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(name, words, { cwd: root, env: { ...process.env, PATH: path } })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise(resolve => {
    child.on('error', error => {
      resolve({ isGood: false, words: error.message })
    })
    child.on('close', code => {
      resolve({ isGood: code === 0, words: said })
    })
  })
}

function looked(faults: (root: string) => readonly string[]): Promise<Found> {
  const found = faults(root)
  return Promise.resolve({ isGood: found.length === 0, words: found.join('\n') })
}

function lineOf({ step, isGood, seconds }: Outcome): string {
  const [word, time] = [isGood ? 'passed' : 'FAILED', seconds.toFixed(1).padStart(5)]
  return `${word}  ${step.name.padEnd(10)}${time} s  ${step.what}\n`
}

function indented(words: string): string {
  return `${words.trimEnd().replaceAll(/^/gm, '        ')}\n`
}
