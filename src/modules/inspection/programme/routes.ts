import type { FastifyInstance } from 'fastify'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { programmeForm, type ProgrammeForm } from './form.ts'
import { programmePage } from './page.tsx'
import { chosen, yearsOf } from './programme.ts'
import { jointVisitsIn, readProgramme, visitsIn } from './read.ts'

/** The programme as a page; its files and its JSON are in `downloads`. */
export function programmeRoutes(app: FastifyInstance): void {
  app.get('/inspections', { schema: { hide: true } }, async (request, reply) => {
    const sent = parseForm(programmeForm, request.query)
    const programme = await request.reading(readProgramme)
    const choices = {
      regions: [...new Set(programme.rows.map(({ force }) => force.region))].sort(),
      years: yearsOf(programme.rows),
    }
    const errors = sent.is === 'wrong' ? sent.errors : notOffered(sent.value, choices)
    const asked = errors.length === 0 && sent.is === 'read' ? sent.value : everything
    return reply.code(errors.length === 0 ? 200 : 400).page(
      programmePage({
        asked: sent.is === 'wrong' ? { ...everything, ...sent.entered } : sent.value,
        errors,
        choices,
        rows: chosen(programme.rows, asked),
        forces: programme.rows.length,
        visits: visitsIn(programme.graded),
        joint: jointVisitsIn(programme),
        national: programme.national,
      }),
    )
  })
}

const everything: ProgrammeForm = programmeForm.parse({})

/** A region or year that no list offers can only come from a changed address. */
function notOffered(
  asked: ProgrammeForm,
  choices: { regions: readonly string[]; years: readonly number[] },
): FieldError[] {
  const errors: FieldError[] = []
  if (asked.region !== '' && !choices.regions.includes(asked.region)) {
    errors.push({ field: 'region', sentence: 'Choose a region from the list' })
  }
  if (asked.year !== '' && !choices.years.includes(Number(asked.year))) {
    errors.push({ field: 'year', sentence: 'Choose a year from the list' })
  }
  return errors
}
