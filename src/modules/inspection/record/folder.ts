import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileName } from './files.ts'
import { recordFiles } from './files.ts'
import { readManifest } from './manifest.ts'
import type { RecordTexts } from './record.ts'
import type { FileRefusal } from './refusal.ts'

/** The files of the record as they lie in `reference/`, with what their manifests say of them. */
export interface RecordFolder {
  texts: RecordTexts
  provenance: Provenance[]
  /** What could not be read: a manifest, or a file too large to be the record. */
  refusals: FileRefusal[]
}

/** A loaded file and where it comes from, as `platform.reference_file` keeps it. */
export interface Provenance {
  folder: string
  path: string
  version: string
  digest: string
  source: string
  source_date: string
  licence: string
}

/** Reads the files of the record and their manifests from the program's `reference/` folder. */
export async function readFolder(reference: string): Promise<RecordFolder> {
  const found: RecordFolder = { texts: {}, provenance: [], refusals: [] }
  for (const [name, { path }] of Object.entries(recordFiles) as [FileName, { path: string }][]) {
    const bytes = await bytesOf(join(reference, path))
    if (bytes === 'too large') {
      found.refusals.push(whole(path, `The file is larger than ${largest / 1_000_000} MB.`))
    } else if (bytes !== 'missing') {
      found.texts[name] = bytes
      const told = await provenanceOf(reference, path, bytes)
      if ('reason' in told) found.refusals.push(told)
      else found.provenance.push(told)
    }
  }
  return found
}

/** The record is below 0.2 MB; whatever is this large is something else. */
const largest = 5_000_000

async function bytesOf(path: string): Promise<Uint8Array | 'missing' | 'too large'> {
  try {
    const { size } = await stat(path)
    return size > largest ? 'too large' : await readFile(path)
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

async function provenanceOf(
  reference: string,
  filePath: string,
  bytes: Uint8Array,
): Promise<Provenance | FileRefusal> {
  const folder = dirname(filePath)
  const path = filePath.slice(folder.length + 1)
  const manifestPath = `${folder}/manifest.json`
  const manifest = await bytesOf(join(reference, manifestPath))
  if (typeof manifest === 'string') return whole(manifestPath, `The manifest is ${manifest}.`)
  const read = readManifest(Buffer.from(manifest).toString('utf8'))
  if (read.is === 'refused') return whole(manifestPath, read.why.join(' '))
  const told = read.manifest.files.find(file => file.path === path)
  if (told === undefined) return whole(manifestPath, `The manifest does not tell of ${path}.`)
  return {
    folder,
    path,
    version: read.manifest.version,
    digest: createHash('sha256').update(bytes).digest('hex'),
    source: told.source,
    source_date: told.sourceDate,
    licence: told.licence,
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const whole = (file: string, reason: string): FileRefusal => ({
  file,
  line: 1,
  column: null,
  reason,
})
