/** A violation to plant, who should catch it and what they should say of which file. */
export interface Planted {
  /** Completes "… is caught". */
  title: string
  by:
    | 'map'
    | 'lint'
    | 'dead code'
    | 'tree'
    | 'sql'
    | 'drawing'
    | 'documents'
    | 'glossary'
    | 'packages'
    | 'secrets'
  /** By path; a function changes the file that is there. */
  files: Record<string, string | ((before: string) => string)>
  /** Must stand in what they say, beside the path of the first file or beside `at`. */
  says: string
  at?: string
}
