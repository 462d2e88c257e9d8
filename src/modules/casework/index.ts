export {
  keptFromGlass,
  liftGlass,
  liftsOfGlass,
  type Kept,
  type Lift,
} from './glass/lifting/queries.ts'
export { overdueJob } from './glass/overdue/job.ts'
export { glassToReview, reviewGlass, type Glass } from './glass/review/queries.ts'
export { caseworkModule } from './module.ts'
export { unseenNotices } from './notices/queries.ts'
export { purposes } from './purpose/purpose.ts'
