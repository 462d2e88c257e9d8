import { startApart } from './processes.ts'
import type { ServerPlace } from './server-place.ts'

/**
 * A shell that waits on a pipe from us. If we are killed without a chance to stop the database, the
 * pipe closes and the shell stops it in our place, so that no server is left behind; a disposable
 * folder goes too. `dismiss` ends it when the server has ended.
 */
export function startGuard(serverPid: number, place: ServerPlace): { dismiss(): void } {
  const folder = place.disposable ?? ''
  const guard = startApart('/bin/sh', ['-c', script, 'guard', String(serverPid), folder], null, [
    'pipe',
    'ignore',
    'ignore',
  ])
  guard.on('error', () => undefined)
  guard.stdin?.on('error', () => undefined)
  guard.unref()
  return { dismiss: () => guard.stdin?.end('done\n') }
}

/** `read` fails when the pipe closes with nothing said. */
const script = `
  read -r _ && exit 0
  kill -INT "$1"
  [ -n "$2" ] || exit 0
  n=0
  while kill -0 "$1" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
  rm -rf -- "$2"
`
