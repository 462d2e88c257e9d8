import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `package.json`, `migrations/` and `reference/`. Found by walking up, because
 * the same code runs from `src/` (tests, tools) and from one bundled file in `dist/`.
 */
const programRoot = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** A path inside the program's folder. */
export const inProgram = (...parts: string[]): string => join(programRoot, ...parts)

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? folder : rootAbove(parent)
}
