import { z } from 'zod'

/** Whether a case is for its team or for named people; sealing is asked for elsewhere. */
export const sensitivityForm = z.object({
  sensitivity: z.enum(['ordinary', 'restricted'], 'Choose who sees the case'),
})
