import { execFile, spawn, type SpawnOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Somebody other than us who runs the database, because PostgreSQL refuses to run as root. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

/** What a finished program said. */
export interface Finished {
  code: number | null
  output: string
}

/** Our children get no environment but this: neither secrets nor anybody's locale or preloads. */
const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a program to its end, as `user` where we are root and that is somebody else. */
export function runToEnd(
  file: string,
  args: readonly string[],
  user: SystemUser | null,
): Promise<Finished> {
  return new Promise(resolve => {
    const options = { env: bareEnvironment, cwd: '/', maxBuffer: 1 << 20, ...identity(user) }
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code, output: `${stdout}${stderr}${error && code === null ? error.message : ''}` })
    })
  })
}

/** Starts a program in a session of its own, so that Ctrl-C in our terminal does not reach it. */
export function startApart(
  file: string,
  args: readonly string[],
  user: SystemUser | null,
  stdio: SpawnOptions['stdio'],
) {
  return spawn(file, args, {
    env: bareEnvironment,
    cwd: '/',
    detached: true,
    stdio,
    ...identity(user),
  })
}

/** Whether a process of this id is running, ours or not. One that has ended and that nobody has collected is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** In a container whose first process collects nobody, ended processes keep their id for ever. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const identity = (user: SystemUser | null) =>
  user === null ? {} : { uid: user.uid, gid: user.gid }
