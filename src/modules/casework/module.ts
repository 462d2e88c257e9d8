import type { Module } from '../../platform/web/module.ts'
import { caseRoutes } from './cases/routes.tsx'
import { editCaseRoutes } from './editing/routes.tsx'
import { newCaseRoutes } from './opening/routes.tsx'
import { may } from './permissions.ts'

/** Casework: cases and the people on them. */
export const caseworkModule = (): Module => ({
  name: 'casework',
  permissions: may,
  navigation: [{ text: 'Cases', href: '/cases', action: 'case.search' }],
  routes: app => {
    caseRoutes(app)
    newCaseRoutes(app)
    editCaseRoutes(app)
  },
  referenceLoaders: [],
})
