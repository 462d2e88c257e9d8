import { z } from 'zod'

/** What `manifest.json` says of a folder of `reference/`: nothing is there without a source. */
const manifestForm = z.strictObject({
  title: z.string().min(1, 'The title is empty.'),
  version: z.string().min(1, 'The version is empty.'),
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[\w-]+(\.[\w-]+)+$/, 'A path is a file of this folder.'),
      what: z.string().min(1, 'What the file holds is not said.'),
      source: z.string().min(1, 'The source is missing.'),
      sourceDate: z.iso.date('The date of the source is missing, or is not a day like 2026-11-23.'),
      licence: z.string().min(1, 'The licence is missing.'),
      columns: z.array(
        z.strictObject({
          name: z.string().min(1, 'A column has no name.'),
          what: z.string().min(1, 'What a column holds is not said.'),
        }),
      ),
    }),
  ),
})

export type Manifest = z.infer<typeof manifestForm>

export type ReadManifest = { is: 'manifest'; manifest: Manifest } | { is: 'refused'; why: string[] }

/** Reads the text of a manifest; a refusal gives a sentence for each thing that is wrong. */
export function readManifest(text: string): ReadManifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { is: 'refused', why: ['The manifest is not JSON.'] }
  }
  const read = manifestForm.safeParse(json)
  if (read.success) return { is: 'manifest', manifest: read.data }
  const why = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  return { is: 'refused', why }
}
