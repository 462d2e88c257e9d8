import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shapeFaults } from './shape.ts'

/** A tree with one method file for each number, of that many lines. */
async function treeOf(...lines: number[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'turnstone-shape-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await mkdir(join(root, 'src', 'methods'), { recursive: true })
  for (const [at, length] of lines.entries()) {
    await writeFile(join(root, 'src', 'methods', `method-${at}.ts`), '// A line.\n'.repeat(length))
  }
  return root
}

test('a tree whose middle file has 51 lines is out of shape, however short the others are', async () => {
  expect(shapeFaults(await treeOf(51, 1, 299))).toEqual([
    'The median file of src has 51 lines; 50 is the most.',
  ])
})

test('a tree whose middle file has 50 lines is in shape, with one file of 300', async () => {
  expect(shapeFaults(await treeOf(50, 1, 300))).toEqual([])
})
