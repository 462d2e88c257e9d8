/**
 * A partnership of 1,000,000 cases in a database of its own, kept between runs because making it takes
 * minutes. It is made anew when a migration or rows.sql has changed.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { systemClock } from '../../src/platform/clock/clock.ts'
import type { Connection } from '../../src/platform/config/connection.ts'
import { readSettings } from '../../src/platform/config/settings.ts'
import { prepareDataDir, requireSpace } from '../../src/platform/db/embedded/data-dir.ts'
import { startEmbedded } from '../../src/platform/db/embedded/embedded-database.ts'
import { databaseUser } from '../../src/platform/db/embedded/system-user.ts'
import { openMaintenance } from '../../src/platform/db/maintenance.ts'
import { migrationFiles } from '../../src/platform/db/migrations.ts'
import { withClient } from '../../src/platform/db/roles.ts'

export interface Kept extends AsyncDisposable {
  /** The application's role, whom row security binds. */
  readonly app: Connection
  /** A role that row security does not bind. */
  readonly superuser: Connection
  readonly databasePid: number
  /** Seconds that making it took; null where it was there already. */
  readonly made: number | null
}

/** BENCH_DATA_DIR, or `bench` in the folder where the program itself would keep its data. */
const folder = resolve(process.env['BENCH_DATA_DIR'] ?? join(readSettings({}).dataDir, 'bench'))
const rowsFile = fileURLToPath(new URL('rows.sql', import.meta.url))
const needed = 4 * 1024 ** 3

export async function openKept(): Promise<Kept> {
  const user = await databaseUser(join(folder, 'db'))
  await prepareDataDir(folder, user)
  const place = { dataDir: folder, user, clock: systemClock }
  const { server, roles } = await startEmbedded(place, (_step, work) => work())
  try {
    const superuser = { ...roles.superuser, database: roles.app.database }
    const digest = await digestOfMaking()
    const isThere = (await readFile(digestFile, 'utf8').catch(() => '')) === digest
    const made = isThere ? null : await make({ ...roles, superuser })
    if (!isThere) await writeFile(digestFile, digest)
    return {
      app: roles.app,
      superuser,
      databasePid: server.pid,
      made,
      [Symbol.asyncDispose]: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const digestFile = join(folder, 'made-of')

async function digestOfMaking(): Promise<string> {
  const digests = (await migrationFiles()).map(({ digest }) => digest)
  const rows = await readFile(rowsFile)
  return createHash('sha256').update(digests.join()).update(rows).digest('hex')
}

async function make(at: { superuser: Connection; owner: Connection; app: Connection }) {
  await requireSpace(folder, needed)
  const began = performance.now()
  process.stderr.write(`Making 1,000,000 cases in ${folder}; it takes a few minutes.\n`)
  await emptied(at)
  const maintenance = openMaintenance(at.owner)
  await maintenance.migrate().finally(() => maintenance.close())
  const rows = await readFile(rowsFile, 'utf8')
  await withClient(at.superuser, async client => {
    // One message is one transaction: all of the rows or none.
    await client.query(rows)
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  })
  return (performance.now() - began) / 1000
}

/** An empty database as the program's own start makes it. */
async function emptied(at: { superuser: Connection; owner: Connection; app: Connection }) {
  const name = pg.escapeIdentifier(at.app.database)
  await withClient({ ...at.superuser, database: 'postgres' }, async client => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(
      `create database ${name} owner ${at.owner.user} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`,
    )
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${at.app.user}`)
  })
  await withClient(at.superuser, client => client.query('revoke all on schema public from public'))
}
