export { caseworkModule } from './module.ts'
