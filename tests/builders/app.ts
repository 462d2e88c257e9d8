import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { createServer } from '../../src/app.ts'
import type { Persona } from '../../src/modules/account/index.ts'
import { stoppedClock } from '../../src/platform/clock/clock.ts'
import { openLog } from '../../src/platform/log/log.ts'
import type { ProgramKey } from '../../src/platform/sessions/program-key.ts'
import type { TestDatabase } from './database.ts'
import { asOwner } from './people.ts'

/** The day on which tests take place. */
const testDay = '2026-11-23T12:00:00Z'

/** Somebody whom the sign-in page of a test lists. */
export type TestPersona = Persona

export interface TestApp {
  app: FastifyInstance
  /** Everything that was logged, a line each. */
  logged: string[]
}

/** The whole web server on a file's own database; call once in a file, at its top level. */
export async function testApp(
  db: TestDatabase,
  personas: readonly Persona[] = [],
): Promise<TestApp> {
  const logged: string[] = []
  const clock = stoppedClock(testDay)
  const log = openLog({ clock, write: line => logged.push(line), style: 'json' })
  const key = randomBytes(32) as ProgramKey
  await asOwner(db, client => client.query('select access.register_program($1)', [key]))
  const parts = { door: db.door, key, publicAddress: null, personas, clock, log }
  // The matrix of access is refused thousands of times.
  const app = await createServer({ ...parts, limits: { refusal: 0 } })
  afterAll(() => app.close())
  return { app, logged }
}
