import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Words } from '../../searching/read.ts'
import { exportForm } from './form.ts'
import { askPage } from './page.tsx'
import { askExport } from './queries.ts'
import { readAsked, type AskModel } from './read.ts'

/** Asking a second person that cases of the list may leave as a file. */
export function askingRoutes(app: FastifyInstance, words: Words): void {
  formPage(app, {
    at: '/exports/new',
    reads: 'export.begin',
    writes: 'export.ask',
    form: exportForm,
    open: (tx, request, note) => readAsked(tx, request, { words, note }),
    start: () => ({}),
    page: askPage,
    save: async (tx, { value, model, note }) => {
      const wrong = whyNot(model)
      if (wrong !== null) return { is: 'wrong', errors: [{ field: '', sentence: wrong }] }
      const made = await askExport(tx, value, model.fits)
      if (made === null) return { is: 'absent' }
      const codes = [...(model.facts.codes ?? []), `export-${made}`, `cases-${model.fits}`]
      note.about({ purpose: value.purpose, codes })
      return { is: 'saved', location: `/exports/${made}` }
    },
  })
}

/** Why it cannot be asked as things are; null when it can. */
function whyNot({ fits, rules, others }: AskModel): string | null {
  if (fits === 0) return 'No case fits now, so there is nothing to take out'
  if (fits > rules.rows)
    return `More cases fit than one file may hold (${rules.rows}). Ask for fewer`
  return others.length === 0 ? 'Nobody can agree just now' : null
}
