/**
 * Checks everything below `reference/`: each file is in the manifest of its folder, with source, date,
 * licence and the columns that it has; and the published record keeps its own rules.
 *
 *     node tools/check-reference.ts [FOLDER]
 *
 * Prints a sentence for each fault and exits 1, or says what was checked.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { whyNotCellText } from '../src/modules/inspection/record/cell-text.ts'
import { readFolder } from '../src/modules/inspection/record/folder.ts'
import { type Manifest, readManifest } from '../src/modules/inspection/record/manifest.ts'
import { readRecord } from '../src/modules/inspection/record/record.ts'
import { refusalInWords } from '../src/modules/inspection/record/refusal.ts'

/** A sentence for each thing that is wrong; none where the folder can be shipped. */
export async function referenceFaults(reference: string): Promise<string[]> {
  const entries = await readdir(reference, { withFileTypes: true })
  const strays = entries
    .filter(entry => !entry.isDirectory() && entry.name !== 'README.md')
    .map(entry => `${entry.name} lies beside the folders, where no manifest tells of it.`)
  const folders = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const faults = await Promise.all(folders.map(folder => folderFaults(join(reference, folder))))
  return [...strays, ...faults.flat(), ...(await recordFaults(reference))]
}

async function folderFaults(folder: string): Promise<string[]> {
  const name = basename(folder)
  const text = await textOf(join(folder, 'manifest.json'))
  if (text === null) return [`${name} has no manifest.json.`]
  const read = readManifest(text)
  if (read.is === 'refused') return read.why.map(why => `${name}/manifest.json: ${why}`)
  const told = read.manifest.files.map(file => file.path)
  const present = (await readdir(folder)).filter(file => file !== 'manifest.json')
  return [
    ...present
      .filter(file => !told.includes(file))
      .map(file => `${name}/${file} is not in the manifest: nobody knows where it comes from.`),
    ...told
      .filter((file, at) => told.indexOf(file) !== at)
      .map(file => `${name}/manifest.json tells twice of ${file}.`),
    ...(await Promise.all(read.manifest.files.map(file => fileFaults(folder, file)))).flat(),
  ]
}

async function fileFaults(folder: string, file: Manifest['files'][number]): Promise<string[]> {
  const name = `${basename(folder)}/${file.path}`
  const text = await textOf(join(folder, file.path))
  if (text === null) return [`${name} is in the manifest and not in the folder.`]
  if (!file.path.endsWith('.csv')) return []
  const header = headerOf(text).join(', ')
  const columns = file.columns.map(column => column.name).join(', ')
  if (header !== columns) {
    return [`${name} has the columns ${header}; its manifest tells of ${columns || 'none'}.`]
  }
  return cellFaults(name, text)
}

function cellFaults(name: string, text: string): string[] {
  const rows = parse(text, { relax_column_count: true })
  return rows.flatMap((row, at) => {
    const line = `${name}, line ${String(at + 1)}`
    const count = row.length === rows[0]?.length ? [] : [`${line} has ${String(row.length)} cells.`]
    const reasons = row.map(whyNotCellText).filter(reason => reason !== null)
    return [...count, ...reasons.map(reason => `${line}: ${reason}`)]
  })
}

async function recordFaults(reference: string): Promise<string[]> {
  const { texts, refusals } = await readFolder(reference)
  const read = readRecord(texts)
  return [...refusals, ...(read.is === 'refused' ? read.refusals : [])].map(refusalInWords)
}

const headerOf = (text: string): string[] => parse(text, { to_line: 1 })[0] ?? []

const textOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })

if (import.meta.main) {
  const reference = resolve(process.argv[2] ?? join(import.meta.dirname, '../reference'))
  const faults = await referenceFaults(reference)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.stdout.write(
    faults.length === 0
      ? 'Reference data: every file has source, date, licence and its columns, and the record keeps its rules.\n'
      : `Reference data: ${String(faults.length)} to mend.\n`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}
