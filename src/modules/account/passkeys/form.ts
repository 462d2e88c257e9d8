import { z } from 'zod'

/** What a passkey is called. */
export const passkeyForm = z.object({
  name: z
    .string('Enter a name for the passkey')
    .trim()
    .min(1, 'Enter a name for the passkey')
    .max(60, 'Name of the passkey must be 60 characters or fewer'),
})
