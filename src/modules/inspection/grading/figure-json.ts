import { z } from 'zod'
import type { Result } from '../../../methods/result.ts'

/** A calculated figure as it leaves: its method, what it rests on and how sure it is, or why there is none. */
export const figureJson = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('calculated'),
    method: z.string(),
    n: z.int(),
    estimate: z.number(),
    interval: z
      .object({ method: z.string(), level: z.number(), low: z.number(), high: z.number() })
      .nullable(),
    warnings: z.array(z.string()),
  }),
  z.object({ is: z.literal('not defined'), method: z.string(), reason: z.string() }),
])

export type FigureJson = z.infer<typeof figureJson>

export function figureAsJson(result: Result): FigureJson {
  if (result.is === 'not defined') return { ...result }
  const { method, n, estimate, interval, warnings } = result
  return { is: 'calculated', method, n, estimate, interval, warnings: [...warnings] }
}

/** How many cases of a sample received a grade. */
export const shareJson = z.object({
  counted: z.string(),
  count: z.int(),
  of: z.int(),
  share: figureJson,
})
