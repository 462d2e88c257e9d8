#!/usr/bin/env node
// The first thing that runs, in words that every Node since 14 understands: it looks whether this
// Node can run the rest, builds what is missing, and hands over to dist/main.js.

import { nodeSentence } from './node-version.js'

const sentence = nodeSentence(process.version)
if (sentence !== null) {
  process.stderr.write(sentence + '\n')
  process.exitCode = 1
} else {
  begin().catch(function (error) {
    process.stderr.write((error && error.message ? error.message : String(error)) + '\n')
    process.exitCode = 1
  })
}

async function begin() {
  await buildWhereStale()
  await import('../dist/main.js')
}

async function buildWhereStale() {
  const { build, isStale } = await import('../tools/build.ts')
  if (!isStale()) return
  const { openSteps } = await import('../src/command-line/steps.ts')
  const { processTerminal } = await import('../src/command-line/terminal.ts')
  const { systemClock } = await import('../src/platform/clock/clock.ts')
  const terminal = processTerminal()
  // Only `start` may speak on standard output before its command does.
  const speaking =
    process.argv[2] === 'start' ? terminal : Object.assign({}, terminal, { line: terminal.problem })
  const parts = 4
  await openSteps(speaking, systemClock)(
    { doing: 'Building Turnstone', done: 'Turnstone built' },
    function (progress) {
      let done = 0
      return build(function () {
        done += 1
        progress(done / parts)
      })
    },
  )
}
