import { createServer, isIPv6 } from 'node:net'
import { Refusal } from '../platform/log/refusal.ts'

/** Looks whether the port can be had, before anything is started that would have to be stopped again. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port, exclusive: true }, resolve)
    })
  } catch (error) {
    throw portRefusal(error, host, port)
  } finally {
    await new Promise(resolve => probe.close(resolve))
  }
}

/** The sentence for a port that could not be had. */
export function portRefusal(error: unknown, host: string, port: number): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  const say = 'code' in error ? sentences.get(String(error.code)) : undefined
  return say === undefined ? error : say(host, port)
}

const notHere = (host: string): Refusal =>
  new Refusal(
    'HOST_NOT_HERE',
    `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.`,
  )

/** By the code that the system gives. */
const sentences: ReadonlyMap<string, (host: string, port: number) => Refusal> = new Map([
  [
    'EADDRINUSE',
    (host: string, port: number) =>
      new Refusal(
        'PORT_TAKEN',
        `Port ${port} of ${host} is used by another program. Stop that program, or choose another port, like this: PORT=${port === 65_535 ? 3001 : port + 1} npm start`,
      ),
  ],
  [
    'EACCES',
    (_host: string, port: number) =>
      new Refusal(
        'PORT_NOT_ALLOWED',
        `This user may not listen on port ${port}. Choose a port of 1024 or more, like this: PORT=3000 npm start`,
      ),
  ],
  ['EADDRNOTAVAIL', notHere],
  ['ENOTFOUND', notHere],
  ['EAI_AGAIN', notHere],
])

/** The address to open in a browser. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}
