import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * What is refused to somebody leaves at a whole step of time (milliseconds) after it came: to find a
 * record that is hidden takes a little longer than to find none, which a patient stopwatch would tell
 * (bench/figures/hidden-or-absent.ts).
 */
export function refusalsTellNoTime(app: FastifyInstance, step: number): void {
  if (step === 0) return
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 404 && request.person !== null)
      await until(step * Math.ceil(reply.elapsedTime / step), reply)
    return payload
  })
}

/**
 * Timers fire at whole milliseconds of their own clock, counted from the one in which they were set: one
 * wait alone would on average be longer or shorter by as much as the work was. Looking again ends at the
 * first of these milliseconds that is due, whenever the waiting began.
 */
async function until(due: number, reply: FastifyReply): Promise<void> {
  for (let left = due - reply.elapsedTime; left > 0; left = due - reply.elapsedTime)
    await wait(left)
}
