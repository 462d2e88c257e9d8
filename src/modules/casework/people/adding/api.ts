import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Broken } from '../../../../platform/log/broken.ts'
import { onceHeaders } from '../../../../platform/web/forms/once.ts'
import { changeableCase } from '../../editing/queries.ts'
import { forPrograms, refuseWritten, writtenOnce } from '../../programs/api.ts'
import { conflict } from '../../programs/conflict.ts'
import { apart } from '../apart.ts'
import { roleEntryOf } from '../queries.ts'
import { roleJson } from '../roles/json.ts'
import { personForCase, whichConflict } from './json.ts'
import { putAsSent } from './sent/queries.ts'

/** Putting somebody on a case, for programs. */
export function addPersonApi(plain: FastifyInstance): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    '/api/cases/:reference/people',
    {
      config: { action: 'person.add' },
      schema: {
        ...forPrograms,
        summary: 'Put a person on a case: one who is on record already, or one who is not yet',
        params: z.object({ reference: z.string() }),
        headers: onceHeaders,
        body: personForCase,
        response: { 201: roleJson, 409: whichConflict },
      },
    },
    async (request, reply) => {
      const { params, body: sent, today } = request
      const written = await request.acting(async (tx, note) => {
        const model = await changeableCase(tx, params.reference, note)
        if (model === null) return null
        const outcome = await writtenOnce({ tx, request, note, reads: 'case.read' }, () =>
          putAsSent(tx, { sent, case: model, today, note }),
        )
        if (!('location' in outcome)) return outcome
        const put = await roleEntryOf(tx, model.id, outcome.location.split('/').at(-1) ?? '')
        if (put === null) throw new Broken('UNEXPECTED')
        return { ...outcome, put }
      })
      if (written === null) return reply.refuse(404)
      if (written.is === 'done')
        return reply.code(201).header('location', written.location).send(written.put)
      if (written.is !== 'which') return refuseWritten(reply, written)
      const candidates = apart(written.alike, today)
      return reply.code(409).send({ ...whichOfThem, candidates })
    },
  )
}

const whichOfThem = conflict(
  'People of the same names are on record. Send the id of the one it is as person, or their ids in notAmong.',
)
