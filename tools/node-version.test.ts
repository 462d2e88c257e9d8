import { expect, test } from 'vitest'
// @ts-expect-error plain JavaScript, because old versions of Node must read it
import { nodeSentence } from '../bin/node-version.js'

test.each(['v14.21.3', 'v20.20.2', 'v25.9.0'])('Node %s is refused with what to do', version => {
  expect(nodeSentence(version)).toMatch(
    new RegExp(
      `^This is Node ${version}, and Turnstone needs Node 26 or newer\\. Start it with "npm start"`,
    ),
  )
})

test.each(['v26.0.0', 'v26.10.0', 'v30.1.0'])('Node %s is taken', version => {
  expect(nodeSentence(version)).toBeNull()
})
