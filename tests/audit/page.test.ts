import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { audit } from '../../src/command-line/audit.ts'
import { bodyOf, type EntryRow } from '../../src/platform/audit/body.ts'
import { inProgram } from '../../src/platform/config/program-root.ts'

const page = readFileSync(inProgram('docs', 'audit.md'), 'utf8')
const operations = readFileSync(inProgram('docs', 'operations.md'), 'utf8')

test('docs/audit.md names every column that is hashed, and no other', () => {
  const named = [...page.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(found => found[1])
  const row = { at: '', sought: null } as unknown as EntryRow
  expect(named).toEqual(Object.keys(bodyOf(row)).sort())
})

test('what docs/audit.md says a verification says is what the planted tampering makes it say', () => {
  const planted = readFileSync(inProgram('tests', 'audit', 'tampering.test.ts'), 'utf8')
  const said = [...page.matchAll(/^\| .*\| "(.*)" +\|$/gm)].map(found => found[1]!)
  expect(said.length).toBeGreaterThan(10)
  for (const sentence of said) expect(planted).toContain(sentence)
})

test('docs/audit.md and the help of the command name the same commands and options', () => {
  const told = [
    ...page.matchAll(
      /`?(?:run turnstone -- )?audit (verify-export|verify|export|key|carry-on|renew-key)\b/g,
    ),
  ]
  const helped = [...audit.help.matchAll(/^turnstone audit (\S+)/gm)].map(found => found[1])
  expect(new Set(told.map(found => found[1]))).toEqual(new Set(helped))
  const options = [...audit.help.matchAll(/--[a-z]+/g)].map(found => found[0])
  for (const option of options) expect(page, option).toContain(option)
})

test('every code that docs/audit.md names is explained in docs/operations.md', () => {
  const codes = [...page.matchAll(/`(AUDIT_[A-Z_]+)`/g)].map(found => found[1]!)
  expect(codes.length).toBeGreaterThan(5)
  for (const code of new Set(codes)) expect(operations).toContain(`| \`${code}\``)
})
