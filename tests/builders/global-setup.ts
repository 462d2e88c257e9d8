import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TestProject } from 'vitest/node'
import { startTestCluster, type TestCluster } from './cluster.ts'
import { madeFolder } from './made-folder.ts'
import { loadAllReference } from './reference.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for its own database; see database.ts. */
    clones: string
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test file asks for a database: a run of
 * pure tests pays nothing. Files run in processes of their own, so they ask over loopback.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<TestCluster> | undefined
  const desk = createServer((request, reply) => {
    cluster ??= startTestCluster(process.env['TEST_DATABASE_URL'], loadAllReference)
    void answer(cluster, request, reply)
  })
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve))
  const bound = desk.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const address = `http://127.0.0.1:${port}/`
  project.provide('clones', address)
  return async () => {
    desk.closeAllConnections()
    desk.close()
    await rm(madeFolder(address), { recursive: true, force: true })
    await (await cluster?.catch(() => undefined))?.stop()
  }
}

/** POST makes a copy of the template, DELETE /<database> drops it. */
async function answer(
  starting: Promise<TestCluster>,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  try {
    const cluster = await starting
    if (request.method === 'DELETE') {
      await cluster.drop((request.url ?? '').slice(1))
      reply.writeHead(204).end()
    } else {
      reply.writeHead(200).end(JSON.stringify(await cluster.clone()))
    }
  } catch (error) {
    reply.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : 'unknown')
  }
}
