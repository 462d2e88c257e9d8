import type { FastifyInstance } from 'fastify'
import type { Permissions } from '../access/permissions.ts'
import { Broken } from '../log/broken.ts'
import type { Module } from './module.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Said of a route that is open to all, in a module whose other routes are not. */
    isPublic?: true
  }
}

/** The permission tables of all modules in one. */
export const tablesOf = (modules: readonly Module[]): Permissions =>
  Object.assign({}, ...modules.map(module => module.permissions)) as Permissions

/**
 * Adds the routes of a module. Each names an action of the module's permission table, or says that it
 * is public; else the program does not start, so that nothing is open because somebody forgot.
 */
export async function addModule(app: FastifyInstance, module: Module): Promise<void> {
  const isPublic = Object.keys(module.permissions).length === 0
  await app.register(async scope => {
    scope.addHook('onRoute', ({ config }) => {
      const action = config?.action
      const known = action !== undefined && Object.hasOwn(module.permissions, action)
      if (!known && !isPublic && config?.isPublic !== true) throw new Broken('ROUTE_UNDECIDED')
    })
    module.routes(scope)
  })
}
