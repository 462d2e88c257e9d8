import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { createServer } from '../../src/app.ts'
import { stoppedClock } from '../../src/platform/clock/clock.ts'
import { openLog } from '../../src/platform/log/log.ts'
import type { TestDatabase } from './database.ts'

/** The day on which tests take place. */
const testDay = '2026-11-23T12:00:00Z'

export interface TestApp {
  app: FastifyInstance
  /** Everything that was logged, a line each. */
  logged: string[]
}

/** The whole web server on a file's own database; call once in a file, at its top level. */
export async function testApp(db: TestDatabase): Promise<TestApp> {
  const logged: string[] = []
  const clock = stoppedClock(testDay)
  const log = openLog({ clock, write: line => logged.push(line), style: 'json' })
  const app = await createServer({ door: db.door, clock, log })
  afterAll(() => app.close())
  return { app, logged }
}
