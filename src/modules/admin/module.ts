import type { Module } from '../../platform/web/module.ts'
import { agencyRoutes } from './agencies/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import type { AdminParts } from './parts.ts'
import { may } from './permissions.ts'
import { settingRoutes } from './settings/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { userRoutes } from './users/routes.ts'

/** Administration: users, agencies, programs and settings; nothing of any case. */
export const adminModule = (parts: AdminParts): Module => ({
  name: 'admin',
  permissions: may,
  navigation: [{ text: 'Administration', href: '/admin', action: 'admin.read' }],
  routes: app => {
    overviewRoutes(app)
    userRoutes(app, parts)
    agencyRoutes(app)
    tokenRoutes(app, parts)
    settingRoutes(app)
  },
  referenceLoaders: [],
})
