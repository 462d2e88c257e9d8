import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import type { Note } from '../../../../platform/web/acting.ts'
import type { FieldError } from '../../../../platform/web/form.ts'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Entered } from '../../../../platform/web/forms/shown.ts'
import type { SeenRow } from '../../../people/index.ts'
import { entryOf, seenPerson, type SeenPerson } from '../record/read.ts'
import { partPage, type PartPageProps } from './part-page.tsx'

/** One kind of thing on a person's record: names, numbers or addresses. */
export interface Part<Row extends { id: string; version: number }, Form extends z.ZodType> {
  /** Its name in addresses: `/people/:id/names`. */
  at: string
  titles: { add: string; change: string }
  form: Form
  labels: PartPageProps['labels']
  fields: PartPageProps['fields']
  /** What the fields hold: of a row, or of none. */
  start: (row: Row | null) => Entered
  rows: (tx: Reader, personId: string) => Promise<readonly Row[]>
  /** What is wrong with it today, where that matters. */
  wrongOn?: (value: z.infer<Form>, today: string) => readonly FieldError[]
  add: (tx: Writer, personId: string, value: z.infer<Form>, today: string) => Promise<boolean>
  change: (tx: Writer, seen: SeenRow, value: z.infer<Form>, today: string) => Promise<boolean>
}

/** Adding one, and changing one. */
export function partRoutes<Row extends { id: string; version: number }, Form extends z.ZodType>(
  app: FastifyInstance,
  part: Part<Row, Form>,
): void {
  const common = { reads: 'person.read', writes: 'person.edit', form: part.form } as const
  formPage(app, {
    ...common,
    at: `/people/:id/${part.at}/new`,
    open: changeablePerson,
    start: () => part.start(null),
    page: (seen, shown) => partPage({ ...part, title: part.titles.add }, seen, shown),
    save: async (tx, { value, model: { person }, request }) => {
      const today = request.today.toString()
      const added = await addPart(tx, part, { personId: person.id, value, today })
      return added.is === 'saved' ? { ...added, location: `/people/${person.id}` } : added
    },
  })
  const rowOf = async (tx: Reader, personId: string, id: string) =>
    (await part.rows(tx, personId)).find(row => row.id === id) ?? null
  formPage(app, {
    ...common,
    at: `/people/:id/${part.at}/:row/edit`,
    open: async (tx, request, note) => {
      const seen = await changeablePerson(tx, request, note)
      const row = seen && (await rowOf(tx, seen.person.id, paramsOf(request).row))
      return seen && row && { ...seen, row }
    },
    start: ({ row }) => part.start(row),
    version: ({ row }) => row.version,
    page: (seen, shown) => partPage({ ...part, title: part.titles.change }, seen, shown),
    save: async (tx, { value, model: { person, row }, version, request }) => {
      const today = request.today.toString()
      const errors = part.wrongOn?.(value, today) ?? []
      if (errors.length > 0) return { is: 'wrong', errors }
      const seen = { id: row.id, personId: person.id, version }
      if (await part.change(tx, seen, value, today))
        return { is: 'saved', location: `/people/${person.id}` }
      const now = await rowOf(tx, person.id, row.id)
      return now === null
        ? { is: 'absent' }
        : { is: 'changed meanwhile', theirs: part.start(now), version: now.version }
    },
  })
}

/** Adds one, if nothing is wrong with it today. */
export async function addPart<Row extends { id: string; version: number }, Form extends z.ZodType>(
  tx: Writer,
  part: Part<Row, Form>,
  { personId, value, today }: { personId: string; value: z.infer<Form>; today: string },
): Promise<{ is: 'saved' } | { is: 'absent' } | { is: 'wrong'; errors: readonly FieldError[] }> {
  const errors = part.wrongOn?.(value, today) ?? []
  if (errors.length > 0) return { is: 'wrong', errors }
  return { is: (await part.add(tx, personId, value, today)) ? 'saved' : 'absent' }
}

/** The person of the address, to whoever may change the record; null for all others. */
export async function changeablePerson(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<SeenPerson | null> {
  const seen = await seenPerson(tx, paramsOf(request).id)
  if (seen?.changeable !== true) return null
  note.about(entryOf(seen))
  return seen
}

const paramsOf = ({ params }: FastifyRequest) => params as { id: string; row: string }
