import type { FastifyInstance } from 'fastify'
import { parseForm } from '../../../../platform/web/form.ts'
import { agencies } from '../../agencies/queries.ts'
import { rolesThatAre } from '../posting/queries.ts'
import { usersForm } from './form.ts'
import { listPage, pageLength } from './page.tsx'
import { usersOf } from './queries.ts'

/** The list of users. */
export function userListRoutes(app: FastifyInstance): void {
  app.get('/admin/users', { config: { action: 'admin.read' } }, async (request, reply) => {
    const sent = parseForm(usersForm, request.query)
    const everybody = usersForm.parse({})
    const asked = sent.is === 'read' ? sent.value : everybody
    const errors = sent.is === 'wrong' ? sent.errors : []
    const model = await request.acting(async (tx, note) => {
      const users = await usersOf(tx, asked, pageLength + 1)
      note.about({ allowedBy: 'role', subjects: users.slice(0, pageLength).map(({ id }) => id) })
      return { users, agencies: await agencies(tx), roles: await rolesThatAre(tx) }
    })
    const shown = sent.is === 'wrong' ? { ...everybody, ...sent.entered } : asked
    return reply
      .code(errors.length === 0 ? 200 : 400)
      .page(listPage({ ...model, asked: shown, errors }))
  })
}
