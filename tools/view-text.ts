/**
 * The text of a view as PostgreSQL 16 and newer write it. Version 15 puts the table's name before
 * every column even where there is only one table, which would make schema.sql differ.
 */
export function sameOnEveryVersion(view: string): string {
  const [from, ...more] = [...view.matchAll(/\bFROM (?:\w+\.)?(\w+)(?: (\w+))?;?$/gm)]
  if (from === undefined || more.length > 0 || /\bJOIN\b|\bFROM [^\n]*[,(]/.test(view)) return view
  const name = from[2] ?? from[1] ?? ''
  return view.replace(new RegExp(`(?<![\\w.'])${name}\\.(?=\\w)`, 'g'), '')
}
