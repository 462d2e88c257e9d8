import type { Module } from '../../platform/web/module.ts'
import { caseApi } from './cases/api.ts'
import { caseRoutes } from './cases/routes.tsx'
import { editCaseRoutes } from './editing/routes.tsx'
import { exportRoutes } from './exporting/routes.ts'
import { glassRoutes } from './glass/routes.ts'
import type { AddWorkingDays } from './glass/review-by.ts'
import { inboxRoutes } from './notices/routes.ts'
import { newCaseRoutes } from './opening/routes.tsx'
import { ownRoutes } from './owning/routes.ts'
import { peopleOfCases } from './people/routes.ts'
import { may } from './permissions.ts'
import { purposeRoutes } from './purpose/routes.ts'
import type { Words } from './searching/read.ts'
import { reachRoutes } from './reach/routes.ts'

interface CaseworkParts {
  addWorkingDays: AddWorkingDays
  /** Whether sealing and exports need a second factor shown just now; not in the demonstration, where nobody has one. */
  asksProof: boolean
  /** Seals words that were searched, for the audit log. */
  words: Words
}

/** Casework: cases and the people on them. */
export const caseworkModule = ({ addWorkingDays, asksProof, words }: CaseworkParts): Module => ({
  name: 'casework',
  permissions: may,
  navigation: [
    { text: 'Cases', href: '/cases', action: 'case.search' },
    { text: 'People', href: '/people', action: 'person.search' },
    { text: 'Exports', href: '/exports', action: 'export.list' },
  ],
  ifNotFound: [
    {
      text: 'If you need a case at once that you cannot see: break the glass',
      href: '/break-glass',
      action: 'glass.break',
    },
  ],
  routes: app => {
    caseRoutes(app, words)
    caseApi(app, words)
    newCaseRoutes(app)
    editCaseRoutes(app)
    ownRoutes(app)
    peopleOfCases(app, words)
    reachRoutes(app, { asksProof })
    exportRoutes(app, { asksProof, words })
    glassRoutes(app, addWorkingDays)
    inboxRoutes(app)
    purposeRoutes(app, words)
  },
  referenceLoaders: [],
})
