import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/**
 * What is refused to somebody leaves at a whole step of time (milliseconds) after it came: to find a
 * record that is hidden takes a little longer than to find none, which a patient stopwatch would tell
 * (bench/figures/hidden-or-absent.ts).
 */
export function refusalsTellNoTime(app: FastifyInstance, step: number): void {
  if (step === 0) return
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 404 && request.person !== null)
      await wait(step - (reply.elapsedTime % step))
    return payload
  })
}
