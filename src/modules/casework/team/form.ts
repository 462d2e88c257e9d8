import { z } from 'zod'

/** To which team a case is given: its name with that of its agency, as the list shows it. */
export const teamForm = z.object({ team: z.string('Choose a team').min(1, 'Choose a team') })
