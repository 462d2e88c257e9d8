import type { FastifyInstance } from 'fastify'
import { freshlyProven } from '../../platform/web/forms/fresh-proof.ts'
import type { Module } from '../../platform/web/module.ts'
import { admittingRoutes } from './agencies/admitting/routes.ts'
import { agencyRoutes } from './agencies/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import type { AdminParts } from './parts.ts'
import { may } from './permissions.ts'
import { decidingRoutes } from './proposals/deciding/routes.ts'
import { waitingRoutes } from './proposals/routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { proposeTokenRoutes } from './tokens/proposing/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { inviteRoutes } from './users/inviting/routes.ts'
import { openingRoutes } from './users/opening/routes.ts'
import { postRoutes } from './users/posting/routes.ts'
import { userRoutes } from './users/routes.ts'

/** Administration: users, agencies, programs and settings; nothing of any case. */
export const adminModule = (parts: AdminParts): Module => ({
  name: 'admin',
  permissions: may,
  navigation: [{ text: 'Administration', href: '/admin', action: 'admin.read' }],
  routes: app => {
    overviewRoutes(app)
    userRoutes(app)
    agencyRoutes(app)
    tokenRoutes(app)
    settingRoutes(app)
    waitingRoutes(app)
    if (parts.asksProof) freshlyProven(app, 'admin.read', scope => givingRoutes(scope, parts))
    else givingRoutes(app, parts)
  },
  referenceLoaders: [],
})

/** Everything that gives access, or gives it back: proposed by one administrator, agreed to by another. */
function givingRoutes(app: FastifyInstance, parts: AdminParts): void {
  inviteRoutes(app, parts)
  postRoutes(app)
  openingRoutes(app)
  admittingRoutes(app)
  proposeTokenRoutes(app)
  decidingRoutes(app, parts)
}
