import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inProgram } from './program-root.ts'

/** The version of this program, as `package.json` states it. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(inProgram('package.json'), 'utf8'))).version
