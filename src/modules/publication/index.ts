/** The front door of publication. */
export { publicationModule } from './module.ts'
