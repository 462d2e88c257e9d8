/**
 * What the figures share: one copy of the program in a temporary folder, its database, and the parts
 * of it that are measured inside this process. Each is made when a figure first asks for it, and all
 * of it is stopped and removed at the end.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDirectly, type Program } from './program.ts'
import type * as inside from './inside.tsx'
import { bundledInside, copyProgram } from './snapshot.ts'

export type Inside = typeof inside

export interface Bench {
  /** Folder of the copy: no `dist/` of the reader's own is touched. */
  readonly program: string
  /** DATA_DIR of the copy. */
  readonly dataDir: string
  /** The program's own functions, bundled as the build bundles them. */
  inside(): Promise<Inside>
  /** The program, started through `bin/turnstone.js` and left running until the end. */
  running(): Promise<Program>
  /** Stops the running program, if there is one. */
  stop(): Promise<void>
  /** True once the program has been built and its database made. */
  isMade(): boolean
  /** Version of the database that was started, null where none was. */
  postgresVersion(): Promise<string | null>
}

export async function openBench(): Promise<Bench & AsyncDisposable> {
  const root = await mkdtemp(join(tmpdir(), 'turnstone-bench-'))
  // As root the database runs as another user, who must be able to pass through.
  await chmod(root, 0o755)
  const [program, dataDir] = [join(root, 'program'), join(root, 'data')]
  await copyProgram(program)
  const made: { inside?: Promise<Inside>; running?: Promise<Program> } = {}
  const stop = async () => {
    const running = made.running
    delete made.running
    await running?.then(
      started => started.stop(),
      () => undefined,
    )
  }
  return {
    program,
    dataDir,
    inside: () => (made.inside ??= bundledInside(program)),
    running: () => (made.running ??= startDirectly(program, dataDir)),
    stop,
    isMade: () =>
      existsSync(join(program, 'dist/stamp.json')) && existsSync(join(dataDir, 'db/PG_VERSION')),
    postgresVersion: () => versionIn(dataDir),
    [Symbol.asyncDispose]: async () => {
      await stop()
      await rm(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** The server says its version as it starts. */
async function versionIn(dataDir: string): Promise<string | null> {
  const log = await readFile(join(dataDir, 'db.log'), 'utf8').catch(() => '')
  return /starting PostgreSQL (\S+)/.exec(log)?.[1] ?? null
}
