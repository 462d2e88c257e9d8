import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceHeaders } from '../../../../platform/web/forms/once.ts'
import { forPrograms, refuseWritten, writtenOnce } from '../../programs/api.ts'
import { addedJson } from './json.ts'
import { addPart, changeablePerson, type Part } from './routes.ts'

/** Adding a name, a number or an address to a person's record, for programs. */
export function partApi<Row extends { id: string; version: number }, Form extends z.ZodType>(
  plain: FastifyInstance,
  part: Part<Row, Form>,
  body: z.ZodType<z.output<Form>>,
): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    `/api/people/:id/${part.at}`,
    {
      config: { action: 'person.edit' },
      schema: {
        ...forPrograms,
        summary: `${part.titles.add} to the record of a person`,
        params: z.object({ id: z.string() }),
        headers: onceHeaders,
        body,
        response: { 201: addedJson },
      },
    },
    async (request, reply) => {
      const value = request.body as z.output<Form>
      const today = request.today.toString()
      const written = await request.acting(async (tx, note) => {
        const seen = await changeablePerson(tx, request, note)
        if (seen === null) return null
        const { id } = seen.person
        const outcome = await writtenOnce({ tx, request, note, reads: 'person.read' }, async () => {
          const added = await addPart(tx, part, { personId: id, value, today })
          return added.is === 'saved' ? { is: 'done', location: `/api/people/${id}` } : added
        })
        return outcome.is === 'absent' ? null : { outcome, id }
      })
      if (written === null) return reply.refuse(404)
      const { outcome, id } = written
      return outcome.is === 'done'
        ? reply.code(201).header('location', outcome.location).send({ person: id })
        : refuseWritten(reply, outcome)
    },
  )
}
