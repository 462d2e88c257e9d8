import type { Module } from '../../platform/web/module.ts'
import { workRoutes } from './work/routes.ts'
import type { AccountParts } from './parts.ts'
import { may } from './permissions.ts'
import { demonstrationRoutes } from './demonstration/routes.ts'
import { identityProviderRoutes } from './identity-provider/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { oneTimeCodeRoutes } from './one-time-codes/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { passwordRoutes } from './passwords/routes.ts'
import { proofRoutes } from './proof/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { signOutRoutes } from './sign-out/routes.ts'

/** Account: signing in and out, and what one’s own account holds. */
export const accountModule = (parts: AccountParts): Module => ({
  name: 'account',
  permissions: may,
  navigation: [],
  routes: app => {
    signInRoutes(app, parts)
    demonstrationRoutes(app, parts)
    signOutRoutes(app, parts)
    workRoutes(app, parts)
    overviewRoutes(app, parts)
    sessionRoutes(app)
    proofRoutes(app, parts)
    passwordRoutes(app, parts)
    oneTimeCodeRoutes(app, parts)
    passkeyRoutes(app, parts)
    invitationRoutes(app, parts)
    identityProviderRoutes(app, parts)
  },
  referenceLoaders: [],
})
