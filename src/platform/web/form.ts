import type { z } from 'zod'

/** One field that is wrong, with the sentence that says what to do. */
export interface FieldError {
  field: string
  sentence: string
}

export type Parsed<Value> =
  | { is: 'read'; value: Value }
  | { is: 'wrong'; errors: FieldError[]; entered: Readonly<Record<string, string>> }

/**
 * Reads what was sent against a form. What is wrong comes back as sentences with everything that was
 * entered, so that the same page can be shown again and nothing is lost.
 */
export function parseForm<Form extends z.ZodType>(
  form: Form,
  sent: unknown,
): Parsed<z.infer<Form>> {
  const read = form.safeParse(sent)
  if (read.success) return { is: 'read', value: read.data }
  const byField = new Map<string, string>()
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!byField.has(field)) byField.set(field, issue.message)
  }
  return {
    is: 'wrong',
    errors: [...byField].map(([field, sentence]) => ({ field, sentence })),
    entered: enteredTexts(sent),
  }
}

/** Fields sent more than once come back as their first value: the form has room for one. */
function enteredTexts(sent: unknown): Record<string, string> {
  if (typeof sent !== 'object' || sent === null) return {}
  const texts = Object.entries(sent).flatMap(([field, value]: [string, unknown]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' ? [[field, first] as const] : []
  })
  return Object.fromEntries(texts)
}
