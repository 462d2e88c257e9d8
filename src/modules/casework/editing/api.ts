import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Writer } from '../../../platform/db/door.ts'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { onceHeaders, type Done } from '../../../platform/web/forms/once.ts'
import type { Case } from '../cases/case.ts'
import { caseOf } from '../cases/queries.ts'
import { forPrograms, refuseWritten, writtenOnce } from '../programs/api.ts'
import { changedMeanwhile } from '../programs/conflict.ts'
import { editCaseForm, fieldsOf } from './form.ts'
import { caseAlone, caseChange, caseConflict, type CaseChange } from './json.ts'
import { changeableCase, saveCase, type SavedCase } from './queries.ts'

/** Changing what a case says about itself, for programs. */
export function editCaseApi(plain: FastifyInstance): void {
  plain.withTypeProvider<ZodTypeProvider>().patch(
    '/api/cases/:reference',
    {
      config: { action: 'case.edit' },
      schema: {
        ...forPrograms,
        summary: 'Change what a case says about itself',
        params: z.object({ reference: z.string() }),
        headers: onceHeaders,
        body: caseChange,
        response: { 200: caseAlone, 409: caseConflict },
      },
    },
    async (request, reply) => {
      const { params, body: sent } = request
      const written = await request.acting(async (tx, note) => {
        const model = await changeableCase(tx, params.reference, note)
        if (model === null) return null
        const outcome = await writtenOnce({ tx, request, note, reads: 'case.read' }, () =>
          change(tx, model, { ...sent, today: request.today }),
        )
        return { outcome, now: (await caseOf(tx, model.reference)) ?? model }
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

type Changed =
  | Done
  | { is: 'wrong'; errors: readonly FieldError[] }
  | Extract<SavedCase, { is: 'changed meanwhile' }>

/** What is not sent stays as it is; the whole must fit the form. */
async function change(
  tx: Writer,
  model: Case,
  { version, closed, today, ...sent }: CaseChange & { today: Temporal.PlainDate },
): Promise<Changed> {
  if (version !== model.version) return { is: 'changed meanwhile', now: model }
  const whole = {
    ...fieldsOf(model),
    ...sent,
    ...(closed !== undefined && { closed: closed ?? '' }),
  }
  const read = parseForm(editCaseForm, whole)
  if (read.is === 'wrong') return read
  const saved = await saveCase(tx, { value: read.value, model, version, today })
  return saved.is === 'saved' ? { is: 'done', location: `/api/cases/${model.reference}` } : saved
}
