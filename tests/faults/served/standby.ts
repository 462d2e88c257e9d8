import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { withClient } from '../../../src/platform/db/roles.ts'
import { until } from '../program.ts'
import type { Place } from './place.ts'
import { serverIn, type Postgres } from './postgres.ts'

/** A second server that has all that the first has written before the first says that it is written. */
export interface Standby {
  /** Stops every process of it where it stands, as when its machine hangs. */
  freeze(): void
  thaw(): void
}

/** Copies the first server, which is stopped meanwhile, and makes it wait for the copy from then on. */
export async function aStandby(place: Place, primary: Postgres): Promise<Standby> {
  const { superuser, owner, app } = primary
  await primary.stop('SIGINT')
  const [from, to] = [join(place.folder, 'data', 'db'), join(place.folder, 'data', 'standby')]
  const copy = (...words: string[]) => spawnSync('cp', ['-a', ...words])
  copy(from, to)
  spawnSync('rm', [join(to, 'pg_wal')])
  copy(join(place.folder, 'wal', 'db'), join(to, 'pg_wal'))
  copy(join(from, 'PG_VERSION'), join(to, 'standby.signal'))
  await primary.start()
  await primary.answers()
  const { host, port, user, password } = superuser
  const standby = await serverIn(
    place,
    { superuser: superuser.password, owner: owner.password, app: app.password },
    {
      name: 'standby',
      settings: {
        primary_conninfo: `host=${host} port=${port} user=${user} password=${password}`,
      },
    },
  )
  await standby.start()
  await withClient(superuser, async client => {
    await client.query(`alter system set synchronous_standby_names = '*'`)
    await client.query('select pg_reload_conf()')
    const text = `select from pg_stat_replication where sync_state = 'sync' and state = 'streaming'`
    await until(async () => (await client.query(text)).rowCount === 1)
  })
  const tell = (signal: NodeJS.Signals) => {
    const pid = standby.pid()
    if (pid !== null) for (const one of [pid, ...childrenOf(pid)]) process.kill(one, signal)
  }
  const thaw = () => tell('SIGCONT')
  onTestFinished(thaw)
  return { freeze: () => tell('SIGSTOP'), thaw }
}

const childrenOf = (pid: number): number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(line => line.trim() !== '')
    .map(Number)
