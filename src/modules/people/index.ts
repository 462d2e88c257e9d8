export { addressForm, postcodeField } from './addresses/form.ts'
export { postcodeInWords } from './addresses/postcode.ts'
export { addAddress, addressesOf, changeAddress, type Address } from './addresses/queries.ts'
export { birthField } from './births/birth-field.ts'
export { birthAsWritten, birthInWords } from './births/birth-words.ts'
export { birthForm } from './births/form.ts'
export { isGrownUp } from './births/grown-up.ts'
export { changeBirth } from './births/queries.ts'
export { dayField, optionalDayField } from './days/day-field.ts'
export { isInOrder, outOfOrder } from './days/order.ts'
export { identifierForm, identifierKinds } from './identifiers/form.ts'
export {
  addIdentifier,
  changeIdentifier,
  identifiersOf,
  type Identifier,
} from './identifiers/queries.ts'
export { peopleModule } from './module.ts'
export { hasEnded } from './names/first/first.ts'
export { chooseFirst, firstsShown, type FirstShown } from './names/first/queries.ts'
export { hasName, nameFields, nameForm, nameMissing } from './names/form.ts'
export { addName, changeName, namesOf, type PersonName } from './names/queries.ts'
export { nameInWords, nameKinds, precisions, sexes, type Sex } from './persons/person.ts'
export { addPerson, personOf, personsSought, type NewPerson } from './persons/queries.ts'
export type { KnownAs, PersonRow } from './persons/record.ts'
export { optionalLineField, sourceField } from './persons/text-field.ts'
export type { SeenRow } from './versions/queries.ts'
