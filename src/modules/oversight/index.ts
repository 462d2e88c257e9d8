/** The front door of oversight. */
export { oversightModule } from './module.ts'
