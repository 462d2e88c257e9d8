import { readFile, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { inProgram } from '../src/platform/config/program-root.ts'

/**
 * Writes a generated file, or with `--check` on the command line says whether the committed one is
 * what would be written now: exit code 1 and the command to run when it is not.
 */
export async function writeOrCheck(file: string, text: string, command: string): Promise<void> {
  const name = relative(inProgram(), file)
  const before = await readFile(file, 'utf8').catch(() => '')
  if (!process.argv.includes('--check')) {
    if (before !== text) await writeFile(file, text)
    process.stdout.write(`${name} ${before === text ? 'was up to date' : 'written'}\n`)
  } else if (before === text) {
    process.stdout.write(`${name} is up to date\n`)
  } else {
    process.stderr.write(`${name} is out of date. Run: ${command}\n`)
    process.exitCode = 1
  }
}
