/** Writes docs/access.md from the permission tables. `--check` only compares. */
import { format, resolveConfig } from 'prettier'
import { inProgram } from '../src/platform/config/program-root.ts'
import { accessDocument } from './access-document.ts'
import { writeOrCheck } from './generated-file.ts'

const path = inProgram('docs', 'access.md')
const text = await accessDocument(inProgram())
const form = { ...(await resolveConfig(path)), filepath: path }
await writeOrCheck(path, await format(text, form), 'npm run access')
