import type { FastifyInstance } from 'fastify'
import { freshlyProven } from '../../../platform/web/forms/fresh-proof.ts'
import type { Words } from '../searching/read.ts'
import { keepsFilter } from './asking/proof/routes.ts'
import { askingRoutes } from './asking/routes.ts'
import { decidingRoutes } from './deciding/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { requestRoutes } from './request/routes.ts'
import { takingRoutes } from './taking/routes.ts'

/** Cases as a file: asked for, agreed to by a second person, taken, and all of it on record. */
export function exportRoutes(
  app: FastifyInstance,
  { asksProof, words }: { asksProof: boolean; words: Words },
): void {
  registerRoutes(app)
  requestRoutes(app)
  takingRoutes(app, { asksProof })
  const asking = (scope: FastifyInstance) => {
    askingRoutes(scope, words)
  }
  if (!asksProof) {
    asking(app)
    decidingRoutes(app)
    return
  }
  void app.register(async scope => {
    keepsFilter(scope)
    freshlyProven(scope, 'export.begin', asking)
    await Promise.resolve()
  })
  freshlyProven(app, 'export.weigh', decidingRoutes)
}
