import type { Form } from './dom.ts'

/** Forms of this page that hold words which the server does not have. */
export const unsent = new Set<Form>()
