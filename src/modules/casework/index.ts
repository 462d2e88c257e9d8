export { glassToReview, reviewGlass, type Glass } from './glass/review/queries.ts'
export { caseworkModule } from './module.ts'
export { unseenNotices } from './notices/queries.ts'
