import type { FastifyInstance } from 'fastify'
import { freshlyProven } from '../../../platform/web/forms/fresh-proof.ts'
import { endBlockRoutes } from '../blocks/ending/routes.ts'
import { blockRoutes } from '../blocks/routes.ts'
import { unnamingRoutes } from '../naming/ending/routes.ts'
import { namingRoutes } from '../naming/routes.ts'
import { restrictingRoutes } from '../restricting/routes.ts'
import { decisionRoutes } from '../sealing/decision/routes.ts'
import { sealingRoutes } from '../sealing/routes.ts'
import { endShareRoutes } from '../shares/ending/routes.ts'
import { shareRoutes } from '../shares/routes.ts'
import { teamRoutes } from '../team/routes.ts'

/** Everything that changes who reaches a case. */
export function reachRoutes(app: FastifyInstance, { asksProof }: { asksProof: boolean }): void {
  teamRoutes(app)
  restrictingRoutes(app)
  namingRoutes(app)
  unnamingRoutes(app)
  shareRoutes(app)
  endShareRoutes(app)
  blockRoutes(app)
  endBlockRoutes(app)
  const sealing = (scope: FastifyInstance) => {
    sealingRoutes(scope)
    decisionRoutes(scope)
  }
  if (asksProof) freshlyProven(app, 'case.govern', sealing)
  else sealing(app)
}
