/** One line of a file: its columns by name; null where nothing was found. */
export type Row = Readonly<Record<string, string | number | null>>
