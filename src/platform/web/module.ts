import type { FastifyInstance } from 'fastify'
import type { ReferenceLoader } from '../db/reference-loader.ts'
import type { NavigationItem } from './layout/header.tsx'

/** What a module gives to the whole: its routes, its places in the navigation, its reference data. */
export interface Module {
  name: string
  navigation: readonly NavigationItem[]
  routes: (app: FastifyInstance) => void
  referenceLoaders: readonly ReferenceLoader[]
}
