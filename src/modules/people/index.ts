export { peopleModule } from './module.ts'
export { searchKey } from './names/search-key.ts'
export { addPerson, type NewPerson } from './persons/queries.ts'
