import type { Writer } from './door.ts'

/**
 * Something that copies a folder of reference files into the database. Modules provide these; the
 * start runs them one after another as the owner, acting as `system:reference-loader`, in one transaction.
 */
export interface ReferenceLoader {
  /** For the line that `start` prints, such as `published inspection record`. */
  name: string
  /**
   * Loads what changed. `folder` is the program's `reference/` folder.
   * @returns how many rows were written; `unchanged` when the files are those already loaded.
   * @throws Refusal with file, line, column and reason when a file cannot be taken; the transaction
   * then rolls back, and the data of before stay.
   */
  load(owner: Writer, folder: string): Promise<{ loaded: number; unchanged: boolean }>
}
