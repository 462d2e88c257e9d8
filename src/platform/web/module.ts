import type { FastifyInstance } from 'fastify'
import type { Permissions } from '../access/permissions.ts'
import type { ReferenceLoader } from '../db/reference-loader.ts'
import type { NavigationItem } from './layout/header.tsx'

/** What a module gives to the whole: its routes, its places in the navigation, its reference data. */
export interface Module {
  name: string
  /** Who may do what here. A module without any is public, and its routes name no action. */
  permissions: Permissions
  navigation: readonly NavigationItem[]
  /** What the page of an address that is not there offers, alike for all addresses. */
  ifNotFound?: readonly NavigationItem[]
  routes: (app: FastifyInstance) => void
  referenceLoaders: readonly ReferenceLoader[]
}
