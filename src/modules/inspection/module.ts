import type { Module } from '../../platform/web/module.ts'
import { comparisonRoutes } from './comparison/routes.ts'
import { forceRoutes } from './forces/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { recordDownloads } from './record/downloads.ts'
import { recordLoader } from './record/load.ts'

/** Inspection: today the published record; later our own inspections beside it. */
export const inspection: Module = {
  name: 'inspection',
  navigation: [
    { text: 'Inspections', href: '/inspections' },
    { text: 'Compare forces', href: '/inspections/comparison' },
  ],
  routes: app => {
    programmeRoutes(app)
    forceRoutes(app)
    comparisonRoutes(app)
    recordDownloads(app)
  },
  referenceLoaders: [recordLoader],
}
