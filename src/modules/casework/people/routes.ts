import type { FastifyInstance } from 'fastify'
import type { Words } from '../searching/read.ts'
import { addPersonRoutes } from './adding/routes.ts'
import { peopleRoutes } from './list/routes.ts'
import { peopleApi } from './api.ts'
import { firstRoutes } from './first/routes.ts'
import { addresses } from './parts/addresses.tsx'
import { birthRoutes } from './parts/birth-routes.tsx'
import { identifiers } from './parts/identifiers.tsx'
import { names } from './parts/names.tsx'
import { partRoutes } from './parts/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { roleRoutes } from './roles/routes.ts'

/** People on cases, and the record of each. */
export function peopleOfCases(app: FastifyInstance, words: Words): void {
  addPersonRoutes(app)
  roleRoutes(app)
  peopleRoutes(app, words)
  recordRoutes(app)
  partRoutes(app, names)
  partRoutes(app, identifiers)
  partRoutes(app, addresses)
  birthRoutes(app)
  firstRoutes(app)
  peopleApi(app, words)
}
