import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { refused } from '../refused.ts'
import { settingForm } from './form.ts'
import { settingsPage } from './list-page.tsx'
import { settingPage } from './page.tsx'
import { setSetting, settingOf, settings } from './queries.ts'
import { limitsInWords } from './words.ts'

/** What may be set while the program runs. */
export function settingRoutes(app: FastifyInstance): void {
  app.get('/admin/settings', { config: { action: 'admin.read' } }, async (request, reply) =>
    reply.page(
      settingsPage(
        await request.acting((tx, note) => {
          note.about({ allowedBy: 'role' })
          return settings(tx)
        }),
      ),
    ),
  )
  formPage(app, {
    at: '/admin/settings/:name',
    reads: 'admin.read',
    writes: 'setting.change',
    form: settingForm,
    open: async (tx, request, note) => {
      const setting = await settingOf(tx, (request.params as { name: string }).name)
      if (setting !== null) note.about({ allowedBy: 'role', codes: [setting.name] })
      return setting
    },
    start: ({ value }) => ({ value: String(value) }),
    version: ({ value }) => value,
    page: settingPage,
    save: async (tx, { value: { value: wanted }, model: setting, version: seen, note }) => {
      switch (await setSetting(tx, { name: setting.name, wanted, seen })) {
        case 'absent':
          return { is: 'absent' }
        case 'out of range':
          return refused(`Enter a value from ${limitsInWords(setting)}`, 'value')
        case 'changed meanwhile': {
          const now = (await settingOf(tx, setting.name)) ?? setting
          return {
            is: 'changed meanwhile',
            theirs: { value: String(now.value) },
            version: now.value,
          }
        }
        case 'done':
          note.about({ codes: [setting.name, `from-${seen}`, `to-${wanted}`] })
          return { is: 'saved', location: '/admin/settings' }
      }
    },
  })
}
