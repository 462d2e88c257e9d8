/** The command line: `node dist/main.js COMMAND`. bin/turnstone.js builds first where that is needed. */
import { run } from './command-line/run.ts'

process.exitCode = await run(process.argv.slice(2))
