import { z } from 'zod'

const whole = 'Enter a whole number'

/** The new value; its limits stand with the setting. */
export const settingForm = z.object({
  value: z
    .string(whole)
    .trim()
    .regex(/^\d{1,5}$/, whole)
    .transform(Number),
})
