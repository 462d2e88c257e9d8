import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readHeadlines } from '../../inspection/index.ts'
import { parseForm } from '../../../platform/web/form.ts'
import { frontPage } from './page.tsx'

/** The first page, and the way from it to one force. */
export function frontPageRoutes(app: FastifyInstance): void {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const headlines = await request.reading(readHeadlines)
    return reply.page(frontPage(headlines))
  })

  app.get('/forces', { schema: { hide: true } }, async (request, reply) => {
    const sent = parseForm(forceForm, request.query)
    const headlines = await request.reading(readHeadlines)
    const slug = sent.is === 'read' ? sent.value.force : ''
    if (headlines.forces.some(force => force.slug === slug)) {
      return reply.redirect(`/inspections/forces/${slug}`, 303)
    }
    return reply.code(400).page(frontPage(headlines, 'Choose a force from the list'))
  })
}

const forceForm = z.object({ force: z.string().max(60) })
