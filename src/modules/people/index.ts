export { peopleModule } from './module.ts'
export { addPerson, type NewPerson } from './persons/queries.ts'
