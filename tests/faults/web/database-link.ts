import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'
import type { Connection } from '../../../src/platform/config/connection.ts'

/** The line between the program and its database, which a test can cut and mend. */
export interface DatabaseLink {
  at: Connection
  /** Ends all connections and takes no more: the database has stopped. */
  cut(): void
  /** Takes connections but carries nothing, as when a network swallows packets. */
  swallow(): void
  mend(): void
}

export async function databaseLink(database: Connection): Promise<DatabaseLink> {
  const state: { is: 'whole' | 'cut' | 'swallowing' } = { is: 'whole' }
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  }
  const carry = (from: Socket, to: Socket) => {
    from.on('data', chunk => {
      if (state.is === 'whole') to.write(chunk)
    })
    from.once('close', () => to.destroy())
  }
  const server = createServer(near => {
    keep(near)
    if (state.is === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(database.port, database.host)
    keep(far)
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const endAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  afterAll(() => {
    endAll()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    at: { ...database, host: '127.0.0.1', port },
    cut: () => {
      state.is = 'cut'
      endAll()
    },
    swallow: () => {
      state.is = 'swallowing'
    },
    mend: () => {
      if (state.is === 'swallowing') endAll()
      state.is = 'whole'
    },
  }
}
