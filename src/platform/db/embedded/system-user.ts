import { stat } from 'node:fs/promises'
import { Refusal } from '../../log/refusal.ts'
import { runToEnd, type SystemUser } from './processes.ts'

/**
 * Who runs the embedded database: ourselves (null), or, when we are root, the owner of the data
 * that are there already, else the `postgres` user of the system, else a user of our own that is
 * made, else `nobody` where users cannot be made (a container without useradd).
 */
export async function databaseUser(dataFolder: string): Promise<SystemUser | null> {
  const own = process.getuid?.()
  const owner = await stat(dataFolder).catch(() => null)
  if (own === 0) return userForRoot(owner)
  if (owner !== null && owner.uid !== own) throw notOurs(dataFolder)
  return null
}

async function userForRoot(owner: { uid: number; gid: number } | null): Promise<SystemUser> {
  if (owner !== null && owner.uid !== 0) return { name: '', uid: owner.uid, gid: owner.gid }
  return (await firstKnown(['postgres', '_postgres', 'turnstone'])) ?? (await madeUser())
}

const notOurs = (folder: string): Refusal =>
  new Refusal(
    'DATA_OF_ANOTHER_USER',
    `The database in ${folder} belongs to another user of this machine, probably because Turnstone was first started as root. Start it as that user, or set DATA_DIR to another folder.`,
  )

async function firstKnown(names: string[]): Promise<SystemUser | null> {
  for (const name of names) {
    const user = await userNamed(name)
    if (user !== null) return user
  }
  return null
}

async function userNamed(name: string): Promise<SystemUser | null> {
  const [uid, gid] = await Promise.all([
    runToEnd('id', ['-u', name], null),
    runToEnd('id', ['-g', name], null),
  ])
  if (uid.code !== 0 || gid.code !== 0) return null
  return { name, uid: Number(uid.output.trim()), gid: Number(gid.output.trim()) }
}

async function madeUser(): Promise<SystemUser> {
  const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  await runToEnd('/usr/sbin/useradd', ['--system', '--user-group', ...home, 'turnstone'], null)
  const user = await firstKnown(['turnstone', 'nobody'])
  if (user !== null) return user
  throw new Refusal(
    'NO_DATABASE_USER',
    'PostgreSQL does not run as root, and no other user could be found or made on this machine. Make one (useradd --system turnstone), or start Turnstone as an ordinary user.',
  )
}
