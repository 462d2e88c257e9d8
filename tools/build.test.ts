import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { build, BuildFailed, isStale } from './build.ts'

const here = resolve(import.meta.dirname, '..')

/** A checkout with one page, one calculation, and the real files of the pages. */
function aCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'turnstone-build-'))
  const webAssets = 'src/platform/web/assets'
  mkdirSync(join(root, 'src'))
  cpSync(join(here, webAssets), join(root, webAssets), { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'src/page.tsx'), 'export const Page = () => <p>Turnstone</p>\n')
  writeFileSync(
    join(root, 'src/main.ts'),
    `import quantile from '@stdlib/stats-base-dists-normal-quantile'
     import { renderToString } from 'preact-render-to-string'
     import { Page } from './page.tsx'
     process.stdout.write(renderToString(Page()) + quantile(0.975, 0, 1).toFixed(4))\n`,
  )
  return root
}

const builtFiles = (root: string) => readdirSync(join(root, 'dist/assets'))

const namesIn = (root: string) =>
  JSON.parse(readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8')) as Record<
    string,
    string
  >

test('a build makes a program that runs, and names every file of the pages; then nothing is stale', async () => {
  const root = aCheckout()
  expect(isStale(root)).toBe(true)
  const steps = await build(undefined, root)
  expect(steps.map(({ step }) => step)).toContain('program')
  expect(isStale(root)).toBe(false)

  const printed = execFileSync(process.execPath, [join(root, 'dist/main.js')], { encoding: 'utf8' })
  expect(printed).toBe('<p>Turnstone</p>1.9600')
  const program = readFileSync(join(root, 'dist/main.js'), 'utf8')
  expect(program).not.toMatch(/from "@stdlib/)
  expect(program).toMatch(/from "preact-render-to-string"/)

  const names = namesIn(root)
  expect(Object.keys(names)).toEqual(
    expect.arrayContaining([
      'turnstone.css',
      'turnstone.js',
      'mark.svg',
      'favicon.svg',
      'touch-icon.png',
    ]),
  )
  expect(builtFiles(root)).toEqual(expect.arrayContaining(Object.values(names)))
  expect(builtFiles(root)).toContain(`${names['turnstone.css'] ?? ''}.br`)
})

test('the style sheet has our colours and fonts, by the names that the files have, and nothing from elsewhere', async () => {
  const root = aCheckout()
  await build(undefined, root)
  const css = readFileSync(join(root, 'dist/assets', namesIn(root)['turnstone.css'] ?? ''), 'utf8')
  const colours = ['#1c2b33', '#0b5a7a', '#b3261e', '#22343d', '#f5f1ea']
  expect(colours.filter(colour => !css.includes(colour))).toEqual([])
  expect(/GDS Transport|crown/i.test(css)).toBe(false)
  const named = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, file]) => file ?? '')
  expect(named.length).toBeGreaterThan(3)
  expect(builtFiles(root)).toEqual(expect.arrayContaining(named))
})

test('a changed source makes the build stale, and the next one clears away what it replaces', async () => {
  const root = aCheckout()
  await build(undefined, root)
  const before = namesIn(root)['mark.svg'] ?? ''
  writeFileSync(
    join(root, 'src/platform/web/assets/mark.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  expect(isStale(root)).toBe(true)
  await build(undefined, root)
  expect(isStale(root)).toBe(false)
  expect(namesIn(root)['mark.svg']).not.toBe(before)
  expect(builtFiles(root)).not.toContain(before)
})

test('a source that does not build is named with its line, and the build stays stale', async () => {
  const root = aCheckout()
  writeFileSync(join(root, 'src/page.tsx'), 'export const Page = () =>\n  <p>Turnstone\n')
  await expect(build(undefined, root)).rejects.toThrow(BuildFailed)
  await expect(build(undefined, root)).rejects.toThrow(/src\/page\.tsx:\d/)
  expect(isStale(root)).toBe(true)
  writeFileSync(
    join(root, 'src/platform/web/assets/styles/_page.scss'),
    '.turnstone { color: $nothing }',
  )
  await expect(build(undefined, root)).rejects.toThrow(/does not compile.*Undefined variable/s)
})
