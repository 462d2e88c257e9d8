import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'

/**
 * The JSON side: what comes in is checked against a schema, what goes out holds only what the schema
 * lists, and both are told at `/api/openapi.json`.
 */
export async function jsonApi(app: FastifyInstance, version: string): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
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
      tags: [{ name: 'inspections', description: 'The published inspection record' }],
    },
    transform: jsonSchemaTransform,
    hideUntagged: true,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
