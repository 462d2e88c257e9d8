import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAssets, unbuiltAssets } from './manifest.ts'

test('files go by their hashed names once a build wrote them down', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.json')
  writeFileSync(path, JSON.stringify({ 'turnstone.css': 'turnstone-0123456789.css' }))
  const assets = readAssets(path)
  expect(assets.style).toBe('/assets/turnstone-0123456789.css')
  expect(assets.script).toBe('/assets/turnstone.js')
})

test('without a build every file goes by its own name', () => {
  expect(readAssets('/nowhere/manifest.json')).toEqual(unbuiltAssets)
  expect(unbuiltAssets.style).toBe('/assets/turnstone.css')
})
