import { z } from 'zod'
import { readReference } from '../../../methods/references/reference.ts'

export const glassCategories = [
  'a child in danger now',
  'a suspect being dealt with now',
  'a request from another force or agency',
  'out-of-hours cover',
] as const

/** What must be said to break the glass. */
export const glassForm = z.object({
  reference: z
    .string('Enter a reference like TS-7K3M-9QXC')
    .transform(text => readReference(text) ?? '')
    .refine(
      reference => reference !== '',
      'Enter a reference like TS-7K3M-9QXC, and check each letter',
    ),
  category: z.enum(glassCategories, 'Choose what kind of need it is'),
  reason: z
    .string('Say in 20 characters or more why you need this case now')
    .trim()
    .min(20, 'Say in 20 characters or more why you need this case now')
    .max(500, 'Enter 500 characters or fewer'),
})

export type GlassForm = z.infer<typeof glassForm>
