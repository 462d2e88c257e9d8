/** The front door of inspection: what other modules may use. */
export { inspectionModule } from './module.ts'
export { readHeadlines, type Headlines } from './programme/headlines.ts'
