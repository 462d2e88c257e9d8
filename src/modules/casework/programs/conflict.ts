import { z } from 'zod'

/** What a refusal with 409 says beside its sentence. */
export const conflictJson = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object({
      error: z.object({ status: z.literal(409), title: z.string(), sentence: z.string() }),
      ...shape,
    })
    .describe('Nothing was written: look at what is on record, and send again')

/** The same as it is sent. */
export const conflict = (sentence: string) => ({
  error: { status: 409 as const, title: 'This was not written', sentence },
})

/** Said where what a program sends was made from an older version. */
export const changedMeanwhile = conflict(
  'It was changed since that version: `now` is what is on record. Send again with its version.',
)

/** The version that a program read; what it sends counts for no other. */
export const versionRead = z
  .int('send the version that you read, as a number')
  .min(1, 'send the version that you read, as a number')
  .describe('the version that you read; where it is not the newest, nothing is written')

/** Whether a body names anything but the version. */
export const changesSomething = (body: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(body).some(field => field !== 'version')

export const nothingToChange = 'send at least one field that changes'
