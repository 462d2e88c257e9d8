import { z } from 'zod'
import type { Visit } from '../record/visit.ts'

/** A visit as it leaves: its dates stay in the words of their source. */
export const visitJson = z.object({
  id: z.string(),
  kind: z.string(),
  fieldwork: z.string().nullable(),
  published: z.string().nullable(),
})

export const visitAsJson = ({ id, kind, fieldwork, published }: Visit) => ({
  id,
  kind,
  fieldwork: fieldwork?.text ?? null,
  published: published?.text ?? null,
})
