import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Writer } from '../../../../platform/db/door.ts'
import { onceHeaders, type Done } from '../../../../platform/web/forms/once.ts'
import { forPrograms, refuseWritten, writtenOnce } from '../../programs/api.ts'
import { changedMeanwhile } from '../../programs/conflict.ts'
import { roleEntryOf } from '../queries.ts'
import { roleChange, roleConflict, roleJson, type RoleChange } from './json.ts'
import { roleOfCase, saveRole, type RoleOfCase, type SavedRole } from './queries.ts'

const at = '/api/cases/:reference/people/:entry'
const params = z.object({ reference: z.string(), entry: z.string() })

/** Somebody's role on a case, for programs: read, ended, and its source changed. */
export function roleApi(plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    at,
    {
      config: { action: 'case.read' },
      schema: {
        ...forPrograms,
        summary: 'The role of somebody on a case, with its version',
        params,
        response: { 200: roleJson },
      },
    },
    async (request, reply) => {
      const found = await request.acting((tx, note) => roleOfCase(tx, request.params, note))
      return found?.role ?? reply.refuse(404)
    },
  )

  app.patch(
    at,
    {
      config: { action: 'case.edit' },
      schema: {
        ...forPrograms,
        summary: 'End the role of somebody on a case, or change its source',
        params,
        headers: onceHeaders,
        body: roleChange,
        response: { 200: roleJson, 409: roleConflict },
      },
    },
    async (request, reply) => {
      const { params: asked, body: sent, today } = request
      const written = await request.acting(async (tx, note) => {
        const model = await roleOfCase(tx, asked, note)
        if (model?.case.changeable !== true) return null
        const outcome = await writtenOnce({ tx, request, note, reads: 'case.read' }, () =>
          change(tx, { model, sent, today }),
        )
        if (outcome.is === 'absent') return null
        return { outcome, now: (await roleEntryOf(tx, model.case.id, model.role.id)) ?? model.role }
      })
      if (written === null) return reply.refuse(404)
      const { outcome, now } = written
      if (outcome.is === 'done') return now
      return outcome.is === 'changed meanwhile'
        ? reply.code(409).send({ ...changedMeanwhile, now: outcome.now, sent })
        : refuseWritten(reply, outcome)
    },
  )
}

interface RoleChanging {
  model: RoleOfCase
  sent: RoleChange
  today: Temporal.PlainDate
}

/** What is not sent stays as it is. */
async function change(
  tx: Writer,
  { model, sent: { version, until, source }, today }: RoleChanging,
): Promise<Done | Exclude<SavedRole, { is: 'saved' }>> {
  const { case: one, role } = model
  if (version !== role.version) return { is: 'changed meanwhile', now: role }
  const value = {
    until: until === undefined ? role.untilOn : until,
    source: source ?? role.source,
  }
  const saved = await saveRole(tx, { value, model, version, today })
  return saved.is === 'saved'
    ? { is: 'done', location: `/api/cases/${one.reference}/people/${role.id}` }
    : saved
}
