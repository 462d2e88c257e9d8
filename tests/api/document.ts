import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** The description that programs read, as far as tests look into it. */
export interface ApiDocument {
  openapi: string
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
}

export interface Operation {
  summary?: string
  tags?: string[]
  /** What opens it; absent where it is open to all. */
  security?: unknown[]
  parameters?: Parameter[]
  responses: Record<string, Response>
}

interface Parameter {
  in: 'query' | 'path'
  name: string
  required?: boolean
  schema: { enum?: unknown[] }
  examples?: Record<string, { value: string }>
}

interface Response {
  description: string
  content: Record<string, { schema: Parameters<typeof z.fromJSONSchema>[0] }>
}

/** The document as it is served. */
export async function apiDocument(app: FastifyInstance): Promise<ApiDocument> {
  return (await app.inject('/api/openapi.json')).json<ApiDocument>()
}

/** What the document says against a body: made anew from the document, not from our own schemas. */
export function complaints(operation: Operation, response: string, body: unknown): string[] {
  const schema = operation.responses[response]?.content['application/json']?.schema
  if (schema === undefined) return [`no schema for ${response}`]
  const read = z.fromJSONSchema(schema).safeParse(body)
  return read.success
    ? []
    : read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`)
}
