import swagger from '@fastify/swagger'
import type { FastifyInstance, RouteOptions } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { z } from 'zod'

/**
 * The JSON side: what comes in is checked against a schema, what goes out holds only what the schema
 * lists, and both are told at `/api/openapi.json`.
 */
export async function jsonApi(app: FastifyInstance, version: string): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onRoute', route => {
    if (route.url.startsWith('/api/') && route.schema?.hide !== true) tellAll(route)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Turnstone',
        version,
        description:
          'The published record of child-protection inspections of police forces in England and ' +
          'Wales, as counts, shares with intervals, and sources. Blank means "not found", never zero.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'inspections', description: 'The published inspection record' },
        {
          name: 'cases',
          description: 'Cases and the people on them: each request as the holder of its token',
        },
      ],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    hideUntagged: true,
  })
  const told: { document?: string } = {}
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    told.document ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(told.document)
  })
}

/** What every refusal says to a program; `refusalAsJson` in answers.tsx writes it. */
const refusalJson = z
  .object({
    error: z.object({
      status: z.int().min(400).max(599),
      title: z.string(),
      sentence: z.string().describe('what is wrong and what to do'),
    }),
  })
  .describe('A request that could not be answered')

/**
 * A field that a route does not list is refused: a program that mistypes a filter would else get
 * everything and believe that it was filtered. And each route tells what it answers and how it refuses.
 */
function tellAll(route: RouteOptions): void {
  const { querystring, response, ...schema } = (route.schema ?? {}) as ApiSchema
  const told = Object.entries(response ?? {}).map(
    ([status, body]) => [status, body.describe(body.description ?? schema.summary ?? '')] as const,
  )
  route.schema = {
    ...schema,
    querystring: querystring?.strict() ?? z.strictObject({}),
    response: { ...Object.fromEntries(told), default: refusalJson },
  }
}

/** The schemas of our routes are all of zod; Fastify's type does not know. */
interface ApiSchema {
  summary?: string
  querystring?: z.ZodObject
  response?: Record<string, z.ZodType>
}
