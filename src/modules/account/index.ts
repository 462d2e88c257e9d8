/** The front door of account. */
export { accountModule } from './module.ts'
export type { AccountParts } from './parts.ts'
