import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Words } from '../searching/read.ts'
import { addPersonApi } from './adding/api.ts'
import { apart } from './apart.ts'
import { personJson, peopleJson } from './json.ts'
import { peopleForm } from './list/form.ts'
import { factsOfAsked, mostListed, peopleAsked } from './list/read.ts'
import { addresses } from './parts/addresses.tsx'
import { partApi } from './parts/api.ts'
import { identifiers } from './parts/identifiers.tsx'
import { addressSent, identifierSent, nameSent } from './parts/json.ts'
import { names } from './parts/names.tsx'
import { entryOf, recordOf } from './record/read.ts'
import { roleApi } from './roles/api.ts'

const common = { tags: ['cases'], security: [{ token: [] }] }

/** People for programs: the same records, verbs and audit entries as the pages. */
export function peopleApi(plain: FastifyInstance, words: Words): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  addPersonApi(plain)
  roleApi(plain)
  partApi(plain, names, nameSent)
  partApi(plain, identifiers, identifierSent)
  partApi(plain, addresses, addressSent)
  app.get(
    '/api/people',
    {
      config: { action: 'person.search' },
      schema: {
        ...common,
        summary: 'People on cases that the holder of the token may see, by name and postcode',
        querystring: peopleForm,
        response: { 200: peopleJson },
      },
    },
    async request =>
      request.acting(async (tx, note) => {
        const found = (await peopleAsked(tx, request.query)) ?? []
        const people = found.slice(0, mostListed)
        const facts = await factsOfAsked(tx, request, { ...request.query, words })
        note.about({ allowedBy: 'role', subjects: people.map(({ id }) => id), ...facts })
        return { ...apart(people, request.today), more: found.length > mostListed }
      }),
  )

  app.get(
    '/api/people/:id',
    {
      config: { action: 'person.read' },
      schema: {
        ...common,
        summary: 'The record of one person',
        params: z.object({ id: z.string() }),
        response: { 200: personJson },
      },
    },
    async (request, reply) => {
      const found = await request.acting(async (tx, note) => {
        const record = await recordOf(tx, request.params.id)
        if (record !== null) note.about(entryOf(record))
        return record
      })
      if (found === null) return reply.refuse(404)
      const { person, names, identifiers, addresses, roles } = found
      return {
        ...person,
        names: [...names],
        identifiers: [...identifiers],
        addresses: [...addresses],
        roles: [...roles],
      }
    },
  )
}
