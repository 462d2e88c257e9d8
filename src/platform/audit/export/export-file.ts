/** What is handed out about one subject: entries, each with the proof that it stands in the signed log. */
import { z } from 'zod'
import type { Json } from '../../../methods/hash-tree/canonical.ts'

const json: z.ZodType<Json> = z.json()

/** Nothing beside these fields: what no proof covers must not look as if one did. */
export const exportForm = z.strictObject({
  form: z.literal('turnstone audit export 1'),
  /** Id of the person, case or user. */
  subject: z.uuid(),
  logs: z.array(
    z.strictObject({
      /** Verifier key (C2SP signed-note); its name is the log's. */
      key: z.string(),
      /** Signed note over the log (C2SP tlog-checkpoint). */
      checkpoint: z.string(),
      entries: z.array(
        z.strictObject({
          /** Place in the log, from 0. */
          index: z.int().nonnegative(),
          /** The entry, as it is hashed. */
          entry: z.record(z.string(), json),
          /** Hashes of RFC 6962's audit path, from the leaf up, as base 64. */
          proof: z.array(z.base64()),
        }),
      ),
    }),
  ),
})

export type ExportFile = z.infer<typeof exportForm>
export type ExportedLog = ExportFile['logs'][number]

/** Columns by which an entry is about somebody or something. */
const aboutColumns = ['user_id', 'case_id', 'person_id'] as const

/** Is this entry about the subject? The same question as in export/queries.ts. */
export const isAbout = (entry: Readonly<Record<string, Json>>, subject: string): boolean =>
  aboutColumns.some(column => entry[column] === subject) ||
  (Array.isArray(entry['subjects']) && entry['subjects'].includes(subject))
