import { z } from 'zod'

/** Which name is shown first: its id. */
export const firstForm = z.object({ name: z.uuid('Choose one of the names') })
