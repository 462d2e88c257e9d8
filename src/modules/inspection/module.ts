import type { Module } from '../../platform/web/module.ts'
import { comparisonApi } from './comparison/api.ts'
import { comparisonRoutes } from './comparison/routes.ts'
import { downloadRoutes } from './downloads/routes.ts'
import { forceApi } from './forces/api.ts'
import type { AddWorkingDays } from './forces/due.ts'
import { forceRoutes } from './forces/routes.ts'
import { programmeApi } from './programme/api.ts'
import { programmeRoutes } from './programme/routes.ts'
import { recordLoader } from './record/load.ts'

/** Inspection: today the published record; later our own inspections beside it. */
export const inspectionModule = (parts: { addWorkingDays: AddWorkingDays }): Module => ({
  name: 'inspection',
  permissions: {},
  navigation: [
    { text: 'Inspections', href: '/inspections' },
    { text: 'Compare forces', href: '/inspections/comparison' },
  ],
  routes: app => {
    programmeRoutes(app)
    forceRoutes(app, parts.addWorkingDays)
    comparisonRoutes(app)
    downloadRoutes(app)
    programmeApi(app)
    forceApi(app, parts.addWorkingDays)
    comparisonApi(app)
  },
  referenceLoaders: [recordLoader],
})
