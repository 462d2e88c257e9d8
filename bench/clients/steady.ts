/** Asks for one page again and again over one kept connection, each request after the last answer. */
import { Agent, get } from 'node:http'
import { answering } from '../worker.ts'

export interface SteadyAsked {
  readonly port: number
  readonly path: string
  /** Sent with each request, where somebody has signed in. */
  readonly cookie?: string
  readonly times: number
}

export interface SteadyAnswer {
  /** Requests that were not answered 200. */
  readonly failed: number
  /** Bytes of the last answer's body. */
  readonly bytes: number
  /** Milliseconds from the first request to the last answer. */
  readonly elapsed: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

answering(async (question): Promise<SteadyAnswer> => {
  const { times, ...asked } = question as SteadyAsked
  const began = performance.now()
  let [failed, bytes] = [0, 0]
  for (let request = 0; request < times; request += 1) {
    const answer = await answerTo(asked)
    bytes = answer.bytes
    if (answer.status !== 200) failed += 1
  }
  return { failed, bytes, elapsed: performance.now() - began }
})

const answerTo = ({
  port,
  path,
  cookie,
}: Omit<SteadyAsked, 'times'>): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve, reject) => {
    const headers = cookie === undefined ? {} : { cookie }
    get({ host: '127.0.0.1', port, path, headers, agent }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }))
    }).on('error', reject)
  })
