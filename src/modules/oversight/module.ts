import type { Module } from '../../platform/web/module.ts'
import { logRoutes } from './entries/routes.ts'
import { entryRoutes } from './entry/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { glassReviewRoutes } from './glass/routes.ts'
import { lookUpRoutes } from './look-ups/routes.ts'
import type { OversightParts } from './parts.ts'
import { may } from './permissions.ts'

/** Oversight: the standards auditor, who sees the log and no case. */
export const oversightModule = (parts: OversightParts): Module => ({
  name: 'oversight',
  permissions: may,
  navigation: [
    { text: 'Audit log', href: '/audit-log', action: 'log.read' },
    { text: 'Look-ups', href: '/oversight/look-ups', action: 'look-up.list' },
    { text: 'Broken glass', href: '/oversight/glass', action: 'glass.list' },
  ],
  routes: app => {
    logRoutes(app, parts)
    exportRoutes(app, parts)
    entryRoutes(app, parts)
    lookUpRoutes(app, parts)
    glassReviewRoutes(app)
  },
  referenceLoaders: [],
})
