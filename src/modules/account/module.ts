import type { Module } from '../../platform/web/module.ts'
import type { AccountParts } from './parts.ts'
import { may } from './permissions.ts'
import { signInRoutes } from './sign-in/routes.ts'

/** Account: signing in and out, and what one’s own account holds. */
export const accountModule = (parts: AccountParts): Module => ({
  name: 'account',
  permissions: may,
  navigation: [],
  routes: app => {
    signInRoutes(app, parts)
  },
  referenceLoaders: [],
})
