/** The front door of admin. */
export { adminModule } from './module.ts'
