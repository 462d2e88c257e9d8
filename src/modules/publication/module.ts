import type { Module } from '../../platform/web/module.ts'
import { aboutRoutes } from './about/routes.ts'
import { frontPageRoutes } from './front-page/routes.ts'

/** Publication: what the public reads. */
export const publicationModule = (): Module => ({
  name: 'publication',
  permissions: {},
  navigation: [{ text: 'About and sources', href: '/about' }],
  routes: app => {
    frontPageRoutes(app)
    aboutRoutes(app)
  },
  referenceLoaders: [],
})
