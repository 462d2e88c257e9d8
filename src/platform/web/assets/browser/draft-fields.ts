import { FormData, type Form } from './dom.ts'

/** What a draft never holds: secrets, files, and fields that nobody typed. */
const never = [
  '[type=password]',
  '[type=file]',
  '[type=hidden]',
  // A password that is being looked at is a field of text.
  '[autocomplete$=password]',
  '[autocomplete=one-time-code]',
  '[data-no-draft]',
].join()

/** What somebody typed or chose in a form, as the JSON of its draft; lists where a name comes twice. */
export function draftOf(form: Form): string {
  const left = new Set<string>()
  for (const field of form.elements) if (field.matches(never)) left.add(field.name)
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (left.has(name) || name.startsWith('_') || typeof value !== 'string') continue
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return JSON.stringify(fields)
}
